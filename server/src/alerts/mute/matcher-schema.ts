import { z } from "zod";

/** matcherSchema reads a matcher as it is kept: what `parseLabelMatcher` made of a text. */
export const matcherSchema = z.strictObject({
  label: z.string(),
  op: z.enum(["=", "!=", "=~", "!~"]),
  value: z.string(),
});
