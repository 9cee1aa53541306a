import { z } from "zod";
import { conditionSchema, expressionSchema } from "./expression-schema.js";

/** STRUCTURED_FIELDS are the event fields that are objects of values, not values. */
export const STRUCTURED_FIELDS = ["entity", "money", "error", "target", "tolerance", "attributes"] as const;

const structured = z.record(z.string(), expressionSchema);
const structure = Object.fromEntries(STRUCTURED_FIELDS.map((name) => [name, structured.optional()])) as Record<
  (typeof STRUCTURED_FIELDS)[number],
  z.ZodOptional<typeof structured>
>;

const format = z.strictObject({
  kind: z.enum(["delimited", "ndjson"]).optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().optional(),
  timeZone: z.string().default("UTC"),
});

/** mappingSchema describes a mapping file: how the rows of a file become events. */
export const mappingSchema = z.strictObject({
  title: z.string().min(1),
  format: format.default({ timeZone: "UTC" }),
  /** Words that stand for no value; the empty text always does. */
  missing: z.array(z.string()).default([]),
  client: z.string().min(1),
  source: z.string().min(1),
  /** Rows with the same value of this column belong together, in the order of the file. */
  groupBy: z.string().min(1).optional(),
  values: z.record(z.string(), expressionSchema).default({}),
  /** A row a check holds for is dirty: it is reported with line and reason, and still imported. */
  checks: z.array(z.strictObject({ reason: z.string().min(1), when: conditionSchema })).default([]),
  events: z
    .array(z.strictObject({ when: conditionSchema.optional(), event: z.object(structure).catchall(expressionSchema) }))
    .min(1),
});

/** Mapping is a mapping file as read; `client` is the default that the command line may replace. */
export type Mapping = z.infer<typeof mappingSchema>;
