import { z } from "zod";
import type { ThresholdOperator } from "../condition/judge-threshold.js";

const labels = z.record(z.string(), z.string());
const sampleValue = z.union([z.number(), z.enum(["stale", "NaN", "Inf", "+Inf", "-Inf"])]);
const duration = z.union([z.number(), z.string()]);
const operator = z.enum([">", ">=", "<", "<=", "==", "!="] as const satisfies readonly ThresholdOperator[]);

const ruleSchema = z.looseObject({
  alert: z.string(),
  op: operator.optional(),
  threshold: z.union([z.number(), z.enum(["Inf", "+Inf", "-Inf"])]).optional(),
  for_s: z.number().default(0),
  keep_firing_for_s: z.number().default(0),
  metric: z.string().optional(),
  expr: z.string().optional(),
  labels: labels.default({}),
  window_s: z.number().optional(),
  agg: z.enum(["avg", "sum", "min", "max", "count", "last", "stddev", "quantile"]).optional(),
  quantile: z.number().optional(),
  recovery_threshold: z.number().optional(),
  evaluation_delay_s: z.number().optional(),
  slo: z.number().optional(),
  long_s: z.number().optional(),
  short_s: z.number().optional(),
  burn_rate: z.number().optional(),
  error_ratio_threshold: z.number().optional(),
  min_events_long: z.number().optional(),
  max_age_s: z.number().optional(),
  zscore: z.number().optional(),
  baseline_s: z.number().optional(),
  baseline_offset_s: z.number().optional(),
  min_points: z.number().optional(),
});

const seriesSchema = z.looseObject({
  name: z.string(),
  labels: labels.default({}),
  samples: z.array(z.tuple([z.number(), sampleValue])).optional(),
  samples_rle: z.array(z.tuple([z.number(), z.number(), sampleValue])).optional(),
});

const ruleFile = z.looseObject({
  kind: z.string().default("threshold"),
  evaluation: z.looseObject({
    first_t: z.number().default(0),
    last_t: z.number().optional(),
    interval_s: z.number(),
    count: z.number().optional(),
  }),
  sample_interval_s: z.number().default(60),
  lookback_s: z.number().default(0),
  rules: z.array(ruleSchema),
  series: z.array(seriesSchema),
});

const matchers = z.union([z.array(z.string()), z.string().transform((text) => [text])]);

const scriptFile = z.looseObject({
  config: z.looseObject({
    group_wait_s: duration.optional(),
    group_wait: duration.optional(),
    group_interval_s: duration.optional(),
    group_interval: duration.optional(),
    repeat_interval_s: duration.optional(),
    repeat_interval: duration.optional(),
    group_by: z.array(z.string()).default([]),
    inhibit_rules: z
      .array(
        z.looseObject({
          source_matchers: matchers.default([]),
          target_matchers: matchers.default([]),
          equal: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
  until_t: z.number().optional(),
  script: z.array(
    z.looseObject({
      t: z.number(),
      do: z.string(),
      labels: labels.optional(),
      name: z.string().optional(),
      matchers: matchers.optional(),
      for: duration.optional(),
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
