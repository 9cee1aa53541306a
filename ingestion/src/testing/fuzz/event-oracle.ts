import { z } from "zod";

const text = (max: number) => z.string().min(1).max(max);
const optional = (max: number) => z.string().max(max).nullish();
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/)
  .refine((value) => !Number.isNaN(Date.parse(value.toUpperCase().replace(" ", "T"))));
const numeric = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]);
const whole = z.number().int();
const version = z.union([z.number(), z.string().max(200)]).nullish();
const place = { store: optional(128), channel: optional(128), partner: optional(128) };
const target = z
  .looseObject({ ...place, system: optional(128) })
  .refine((value) => [value.store, value.channel, value.partner, value.system].some((part) => part));
const outcome = z.enum(["succeeded", "failed", "cancelled", "dead_lettered", "compensated"]);

/** Every field of CONTRACT 2.1 that is not required, whatever the kind. */
const common = {
  id: text(128),
  time: instant,
  source: text(128),
  client: text(128),
  ...place,
  region: optional(128),
  brand: optional(128),
  correlation: optional(256),
  actor: optional(256),
  sequence: whole.nonnegative().nullish(),
  attributes: z
    .record(z.string().max(128), z.union([z.string().max(1024), z.number(), z.boolean(), z.null()]))
    .nullish(),
  workflow: text(128).nullish(),
  run: text(256).nullish(),
  startedAt: instant.nullish(),
  dueAt: instant.nullish(),
  attempts: whole.positive().nullish(),
  attempt: whole.positive().nullish(),
  entity: z.looseObject({ type: optional(128), id: optional(256), version }).nullish(),
  money: z.looseObject({ amount: numeric, currency: text(16) }).nullish(),
  error: z.looseObject({ class: optional(256), code: optional(256), message: optional(8192) }).nullish(),
  humanTouched: z.boolean().nullish(),
  outcome: outcome.nullish(),
  quantity: numeric.nullish(),
};
const run = { workflow: text(128), run: text(256) };
const build = <Kind extends string>(kind: Kind, fields: z.ZodRawShape) =>
  z.looseObject({ ...common, ...fields, kind: z.literal(kind) });

/** eventOracle says, independently of the pipeline, what an accepted event must look like: CONTRACT 2.1 once more, in another language. */
export const eventOracle = z.discriminatedUnion("kind", [
  build("run.started", run),
  build("run.finished", { ...run, outcome }),
  build("run.paused", { ...run, reason: text(1024) }),
  build("run.resumed", { ...run, reason: text(1024) }),
  build("step.finished", {
    workflow: text(128).nullish(),
    run: text(256),
    trace: text(64).nullish(),
    step: text(256),
    startedAt: instant,
    outcome,
  }).refine(({ workflow, run: of, trace }) => workflow || trace === of),
  build("change.published", {
    workflow: text(128),
    change: text(256),
    entity: z.looseObject({}),
    targets: z.array(target).min(1).max(10_000),
    dueAt: instant,
  }),
  build("change.applied", { workflow: text(128), change: text(256), target, outcome }),
  build("exception.raised", { exception: text(256), class: text(256) }),
  build("exception.resolved", { exception: text(256) }),
  build("measure.recorded", { measure: text(128), value: numeric, unit: text(64) }),
  build("check.recorded", { measure: text(128), value: numeric, expected: numeric }),
  build("decision.made", {
    decision: text(256),
    model: text(128),
    modelVersion: z.union([z.number(), text(200)]),
    action: text(256),
    confidence: numeric,
  }),
  build("decision.reviewed", { decision: text(256), verdict: z.enum(["accepted", "overridden", "rejected"]) }),
  build("feed.heartbeat", { cadenceSeconds: whole.positive().nullish(), completeUntil: instant.nullish() }),
]);
