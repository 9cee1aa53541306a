import { z } from "zod";
import { checkMappingForm } from "./check-mapping-form.js";
import { conditionSchema, expressionSchema, pathSchema } from "./expression-schema.js";

/** STRUCTURED_FIELDS are the event fields that are objects of values, not values. */
export const STRUCTURED_FIELDS = ["entity", "money", "error", "target", "tolerance", "attributes"] as const;

const structured = z.record(z.string(), expressionSchema);
const structure = Object.fromEntries(STRUCTURED_FIELDS.map((name) => [name, structured.optional()])) as Record<
  (typeof STRUCTURED_FIELDS)[number],
  z.ZodOptional<typeof structured>
>;

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

const format = z.strictObject({
  /** `payload` = what a webhook sends; the others are files. Absent = a file, told by its name. */
  kind: z.enum(["delimited", "ndjson", "payload"]).optional(),
  delimiter: z.string().length(1).optional(),
  /** A name of the WHATWG Encoding standard; absent = by the byte order mark, else UTF-8. */
  encoding: z.string().refine(isEncoding, "must be the name of an encoding, such as windows-1252").optional(),
  timeZone: z.string().default("UTC"),
});

/** mappingSchema describes a mapping: how the rows of a file, or the payloads of a webhook, become events. */
export const mappingSchema = z
  .strictObject({
    title: z.string().min(1),
    format: format.default({ timeZone: "UTC" }),
    /** Words that stand for no value; the empty text always does. */
    missing: z.array(z.string()).default([]),
    /** Whose events these are; a webhook source says it for its payloads. */
    client: z.string().min(1).optional(),
    source: z.string().min(1).optional(),
    /** Rows with the same value of this column belong together, in the order of the file. */
    groupBy: z.string().min(1).optional(),
    values: z.record(z.string(), expressionSchema).default({}),
    /** A row a check holds for is dirty: it is reported with line and reason, and still imported. */
    checks: z.array(z.strictObject({ reason: z.string().min(1), when: conditionSchema })).default([]),
    events: z
      .array(
        z.strictObject({
          /** One event for each element the path names in a payload. */
          forEach: pathSchema.optional(),
          when: conditionSchema.optional(),
          event: z.object(structure).catchall(expressionSchema),
        }),
      )
      .min(1),
  })
  .superRefine(checkMappingForm);

/** Mapping is a mapping as read; `client` is the default that the command line or a webhook source replaces. */
export type Mapping = z.infer<typeof mappingSchema>;
