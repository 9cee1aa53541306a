import { z } from "zod";

const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((value) => [value].flat());

/** EVENT_PATTERN_KINDS are the kinds of events an expectation may speak of. */
export const EVENT_PATTERN_KINDS = [
  "run.started",
  "run.finished",
  "step.finished",
  "change.published",
  "change.applied",
  "exception.raised",
  "exception.resolved",
  "measure.recorded",
  "check.recorded",
  "decision.made",
] as const;

/** eventPatternSchema describes which events are meant: all given words must fit; a list fits when one of its words does. */
export const eventPatternSchema = z.strictObject({
  kind: z
    .union([z.enum(EVENT_PATTERN_KINDS), z.array(z.enum(EVENT_PATTERN_KINDS)).min(1)])
    .transform((value) => [value].flat()),
  workflow: words.optional(),
  source: words.optional(),
  step: words.optional(),
  outcome: words.optional(),
  measure: words.optional(),
  class: words.optional(),
  action: words.optional(),
  channel: words.optional(),
  /** Attributes that must have exactly this value. */
  attributes: z.record(z.string().min(1), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** EventPattern says which events are meant; every text is a list of words of which one must fit. */
export type EventPattern = z.infer<typeof eventPatternSchema>;

/** PATTERN_FIELDS are the fields of an event that a pattern can name. */
export const PATTERN_FIELDS = [
  "workflow",
  "source",
  "step",
  "outcome",
  "measure",
  "class",
  "action",
  "channel",
] as const satisfies readonly (keyof EventPattern)[];
