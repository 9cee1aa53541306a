import { z } from "zod";
import type { ThresholdOperator } from "../condition/judge-threshold.js";
import { parseSeconds } from "./promql/parse-seconds.js";

const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);
const labels = z.record(z.string(), text);
const SPECIAL: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Infinity,
  "+inf": Infinity,
  "-inf": -Infinity,
};

/** Numbers that JSON cannot write come as text; so may any other. */
function readNumber(told: unknown, context: z.RefinementCtx): number {
  if (typeof told === "number") return told;
  const word = typeof told === "string" ? told.trim().toLowerCase() : "";
  const value = SPECIAL[word] ?? (word === "" ? undefined : Number(word));
  if (value !== undefined && (word in SPECIAL || !Number.isNaN(value))) return value;
  context.addIssue(`${JSON.stringify(told)} is no number`);
  return z.NEVER;
}

function readDuration(told: unknown, context: z.RefinementCtx): number {
  try {
    if (typeof told === "number" || typeof told === "string") return parseSeconds(told);
  } catch {
    // What cannot be read is refused below, whatever it is.
  }
  context.addIssue(`${JSON.stringify(told)} is no duration: write seconds, or text such as "8s" or "1m30s"`);
  return z.NEVER;
}

const number = z.unknown().transform(readNumber);
const seconds = z.unknown().transform(readDuration);
const sampleValue = z
  .unknown()
  .transform((told, context) => (told === null || told === "stale" ? null : readNumber(told, context)));
const operator = z.enum([">", ">=", "<", "<=", "==", "!="] as const satisfies readonly ThresholdOperator[]);

const ruleSchema = z.looseObject({
  alert: text,
  op: operator.optional(),
  threshold: number.optional(),
  for_s: seconds.optional(),
  for: seconds.optional(),
  keep_firing_for_s: seconds.optional(),
  keep_firing_for: seconds.optional(),
  metric: z.string().optional(),
  expr: z.string().optional(),
  labels: labels.default({}),
  window_s: seconds.optional(),
  agg: z.string().optional(),
  quantile: number.optional(),
  recovery_threshold: number.nullish(),
  evaluation_delay_s: seconds.nullish(),
  slo: number.optional(),
  long_s: seconds.optional(),
  short_s: seconds.optional(),
  burn_rate: number.optional(),
  error_ratio_threshold: number.optional(),
  min_events_long: number.nullish(),
  max_age_s: seconds.optional(),
  zscore: number.optional(),
  baseline_s: seconds.optional(),
  baseline_offset_s: seconds.optional(),
  min_points: number.nullish(),
});

const seriesSchema = z.looseObject({
  name: z.string(),
  labels: labels.default({}),
  samples: z.array(z.tuple([number, sampleValue])).nullish(),
  samples_rle: z.array(z.tuple([number, z.number().int().nonnegative(), sampleValue])).nullish(),
});

const ruleFile = z.looseObject({
  kind: z.string().default("threshold"),
  evaluation: z
    .looseObject({
      first_t: z.number().default(0),
      last_t: z.number().optional(),
      interval_s: seconds.pipe(z.number().positive()).default(60),
      count: z.number().int().nonnegative().optional(),
    })
    .prefault({}),
  sample_interval_s: seconds.optional(),
  lookback_s: seconds.default(300),
  rules: z.array(ruleSchema),
  series: z.array(seriesSchema).default([]),
});

/** Matchers are texts, one or several in each, or objects as Alertmanager's API has them, or labels and their values. */
const matcherObject = z.looseObject({
  name: z.string(),
  value: z.string(),
  isRegex: z.boolean().default(false),
  isEqual: z.boolean().default(true),
});
const matcherList = z
  .union([z.string(), matcherObject])
  .transform((one) =>
    typeof one === "string"
      ? splitMatchers(one)
      : [
          `${one.name}${one.isEqual ? "=" : "!"}${one.isRegex ? "~" : one.isEqual ? "" : "="}${JSON.stringify(one.value)}`,
        ],
  );
const matchers = z.union([
  z.array(matcherList).transform((lists) => lists.flat()),
  z.string().transform(splitMatchers),
  labels.transform((equal) => Object.entries(equal).map(([name, value]) => `${name}=${JSON.stringify(value)}`)),
]);

/** Several in one text stand between braces, or commas outside of quotes. */
function splitMatchers(told: string): string[] {
  const inner = told.trim().replace(/^\{([\s\S]*)\}$/, "$1");
  const parts = inner.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const scriptFile = z.looseObject({
  config: z
    .looseObject({
      group_wait_s: seconds.optional(),
      group_wait: seconds.optional(),
      group_interval_s: seconds.optional(),
      group_interval: seconds.optional(),
      repeat_interval_s: seconds.optional(),
      repeat_interval: seconds.optional(),
      group_by: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
      inhibit_rules: z
        .array(
          z.looseObject({
            source_matchers: matchers.default([]),
            target_matchers: matchers.default([]),
            equal: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
          }),
        )
        .nullish(),
    })
    .prefault({}),
  until_t: seconds.optional(),
  script: z.array(
    z.looseObject({
      t: seconds,
      do: z.string(),
      labels: labels.optional(),
      name: text.optional(),
      matchers: matchers.optional(),
      for: seconds.nullish(),
    }),
  ),
});

/** RuleScenario is a file of rules and samples; ScenarioRule and ScenarioSeries are its parts. Names are those of the format. */
export type RuleScenario = z.infer<typeof ruleFile>;
/** ScenarioRule is one rule of a scenario. */
export type ScenarioRule = z.infer<typeof ruleSchema>;
/** ScenarioSeries is one series of a scenario as it is written. */
export type ScenarioSeries = z.infer<typeof seriesSchema>;
/** NotificationScript says what fires and resolves when, and how notifications are grouped. */
export type NotificationScript = z.infer<typeof scriptFile>;

/** ScenarioFile is either of both kinds. */
export type ScenarioFile =
  | { readonly kind: "rules"; readonly scenario: RuleScenario }
  | { readonly kind: "notifications"; readonly script: NotificationScript };

/** readScenario checks a parsed file; throws with the fields that are wrong. */
export function readScenario(content: unknown): ScenarioFile {
  const isScript = typeof content === "object" && content !== null && "script" in content;
  const result = isScript ? scriptFile.safeParse(content) : ruleFile.safeParse(content);
  if (!result.success) throw new Error(`This is no scenario:\n${z.prettifyError(result.error)}`);
  // NOTE: which schema was used follows from the line above.
  return isScript
    ? { kind: "notifications", script: result.data as NotificationScript }
    : { kind: "rules", scenario: result.data as RuleScenario };
}
