import { z } from "zod";
import { eventPatternSchema } from "./event-pattern.js";

const KEY_FIELDS =
  /^(correlation|run|change|exception|decision|measure|store|channel|partner|entity\.(type|id|version)|target\.(store|channel|partner|system)|attributes\..+)$/;

const keyField = z
  .string()
  .regex(
    KEY_FIELDS,
    "must be correlation, run, change, exception, decision, measure, store, channel, partner, entity.*, target.* or attributes.<name>",
  );
const key = z.array(keyField).min(1).max(6);

/** What is counted: 1 an event, or the number in an attribute. */
const count = z.union([z.number().int().min(1).max(100_000), z.strictObject({ attribute: z.string().min(1) })]);

/** One pattern, or several of which one must fit. */
const patterns = z.union([eventPatternSchema, z.array(eventPatternSchema).min(1)]).transform((value) => [value].flat());

const amount = z.strictObject({
  /** Where the amount of an event stands: its money, or its value with its currency. */
  of: z.enum(["money", "value"]).default("money"),
  absolute: z.number().min(0).default(0),
  relative: z.number().min(0).max(1).default(0),
  /** The name under which the comparison is recorded as a check; `<id>.amount` unless told. */
  check: z.string().min(1).max(128).optional(),
});

/** expectationRuleSchema describes one rule: "what fits `when` must be followed by what fits `expect` within `withinSeconds`". */
export const expectationRuleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,126}$/, "must be lower-case words joined by hyphens: it is the workflow of its runs"),
  title: z.string().min(1),
  isEnabled: z.boolean().default(true),
  /** Only for these clients; all of the tenant unless told. */
  clients: z.array(z.string().min(1)).optional(),
  when: patterns,
  expect: patterns,
  /** An event that fits ends an obligation that is still open: nothing is expected any more. */
  cancel: patterns.optional(),
  withinSeconds: z
    .number()
    .int()
    .positive()
    .max(366 * 86_400),
  /** Fields whose values join both sides. */
  key,
  /** The same in the events of `expect` and `cancel`, where they stand elsewhere. */
  answerKey: key.optional(),
  /** How many answers are expected, and for how many one answer counts. */
  count: count.default(1),
  answerCount: count.default(1),
  amount: amount.optional(),
});

/** ExpectationRule is one rule as read. */
export type ExpectationRule = z.infer<typeof expectationRuleSchema>;

/** expectationsSchema describes an `expectations.yaml`. */
export const expectationsSchema = z
  .strictObject({ title: z.string().min(1), expectations: z.array(expectationRuleSchema).min(1) })
  .superRefine(({ expectations }, context) => {
    const ids = expectations.map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        context.addIssue({ code: "custom", path: ["expectations", index, "id"], message: `"${id}" is there twice` });
    });
    expectations.forEach((rule, index) => {
      const answerKey = rule.answerKey ?? rule.key;
      if (answerKey.length !== rule.key.length)
        context.addIssue({
          code: "custom",
          path: ["expectations", index, "answerKey"],
          message: "must have as many fields as key",
        });
    });
  });
