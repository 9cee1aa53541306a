import { z } from "zod";
import type { LabelMatcher } from "../mute/label-matcher.js";
import { matcherSchema } from "../mute/matcher-schema.js";

const matchersSchema = z.array(matcherSchema);

/** readMatchers reads the matchers of a silence as they are kept; undefined = they cannot be understood, and mute nothing. */
export function readMatchers(stored: unknown): readonly LabelMatcher[] | undefined {
  const read = matchersSchema.safeParse(stored);
  return read.success ? read.data : undefined;
}
