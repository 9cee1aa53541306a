import { z } from "zod";
import { panelFilterSchema } from "../dashboard/panel-filter.js";
import { ALERT_SEVERITIES, comparedLevels } from "./alert-level.js";

/** DAY_SECONDS is how long a day of slots is. */
export const DAY_SECONDS = 86_400;

const seconds = (least: number, most: number) => z.number().int().min(least).max(most);
const metric = z.string().min(1);
const window = seconds(10, 31 * DAY_SECONDS).default(300);
const severity = z.enum(ALERT_SEVERITIES);

/** NO_DATA_POLICIES: what an evaluation without a value means. */
export const NO_DATA_POLICIES = ["keep", "resolve", "fire", "notify"] as const;

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,126}$/, "must be lower-case words joined by hyphens"),
  title: z.string().min(1).max(200),
  /** One sentence about an instance; {{value}}, {{threshold}} and labels stand in it. */
  summary: z.string().min(1).max(400),
  description: z.string().max(2_000).default(""),
  /** What to do when it fires. */
  runbook: z.string().max(4_000).default(""),
  isEnabled: z.boolean().default(true),
  /** Who is told that the rule itself is in trouble. */
  owner: z.string().max(200).default(""),
  /** Words that every instance has. */
  labels: z.record(z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, "must be a lower-case word"), z.string()).default({}),
  groupBy: z.array(z.string().min(1)).max(4).default([]),
  filter: panelFilterSchema.default({}),
  intervalSeconds: seconds(10, DAY_SECONDS).default(60),
  /** From the time of an event until all of its time has arrived. */
  delaySeconds: seconds(0, 3_600).default(60),
  forSeconds: seconds(0, 7 * DAY_SECONDS).optional(),
  keepFiringSeconds: seconds(0, 7 * DAY_SECONDS).optional(),
  newGroupDelaySeconds: seconds(0, DAY_SECONDS).default(60),
  noData: z.enum(NO_DATA_POLICIES).default("keep"),
  noDataKeepSeconds: seconds(0, 7 * DAY_SECONDS).optional(),
  noDataResolveAfterSeconds: seconds(60, 31 * DAY_SECONDS).default(DAY_SECONDS),
} as const;

/** alertRuleSchema describes one rule by its kind; what depends on other fields is checked by `buildAlertRuleSchema`. */
export const alertRuleSchema = z.discriminatedUnion("kind", [
  /** A metric over a window, compared. `minimumSample`: of a ratio, fewer cases say nothing. */
  z.strictObject({
    ...common,
    kind: z.literal("threshold"),
    ...{ metric, windowSeconds: window, ...comparedLevels },
    minimumSample: z.number().min(0).default(0),
  }),
  /** A metric over a window, compared with the same window earlier. */
  z.strictObject({
    ...common,
    kind: z.literal("change"),
    ...{ metric, windowSeconds: window, againstSeconds: seconds(60, 366 * DAY_SECONDS), ...comparedLevels },
    /** relative: (now - then) / |then|. */
    as: z.enum(["relative", "absolute"]).default("relative"),
    /** Where less was there before, nothing is said. */
    minimumBefore: z.number().min(0).default(0),
  }),
  /** How fast the error budget of an objective is used up, by tiers of two windows. */
  z.strictObject({
    ...common,
    kind: z.literal("burn"),
    metric: metric.default("sla_attainment"),
    objective: z.number().gt(0).lt(1, "leaves no error budget: nothing could burn"),
    periodDays: z.number().int().min(1).max(90).default(30),
    minBadEvents: z.number().int().min(0).default(3),
    minWindowCoverage: z.number().min(0).max(1).default(0.5),
  }),
  /**
   * How long the quietest feed of a group has said nothing, in the time in which it is open. `cadence` = `cadences` times the rhythm of each
   * feed, 10 minutes at least.
   */
  z.strictObject({
    ...common,
    kind: z.literal("freshness"),
    levels: z
      .array(
        z.strictObject({
          severity,
          maxAgeSeconds: z.union([seconds(60, 31 * DAY_SECONDS), z.literal("cadence")]).default("cadence"),
          /** 3 unless told. */
          cadences: z.number().min(1).max(1_000).optional(),
        }),
      )
      .min(1)
      .max(3),
  }),
  /** Anomalies that are going on, by the score of their series. */
  z.strictObject({
    ...common,
    kind: z.literal("anomaly"),
    severity,
    metrics: z.array(metric).max(50).default([]),
    /** low is what changed for long by little. */
    leastSeverity: z.enum(["low", "medium", "high"]).default("medium"),
  }),
  /** Promotions that start soon and are not ready. */
  z.strictObject({
    ...common,
    kind: z.literal("readiness"),
    severity,
    withinHours: z.number().min(1).max(720),
  }),
  /** Obligations that are late or about to be, by their number or their money. */
  z.strictObject({
    ...common,
    kind: z.literal("obligations"),
    state: z.enum(["overdue", "at_risk"]),
    by: z.enum(["count", "money"]),
    /** Of money: the one currency that is looked at, such as "EUR"; without it each by itself, against the same thresholds. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be a code of three letters, such as EUR")
      .optional(),
    ...comparedLevels,
  }),
  /** Nothing recorded in a window by groups that recorded something in the same window so long before: what is closed at night is not missed. */
  z.strictObject({
    ...common,
    kind: z.literal("no_data"),
    severity,
    metric,
    windowSeconds: window,
    usualSeconds: seconds(600, 31 * DAY_SECONDS).default(7 * DAY_SECONDS),
  }),
]);

/** AlertRule is one rule as read. */
export type AlertRule = z.infer<typeof alertRuleSchema>;

/** AlertRuleKind is one of its kinds. */
export type AlertRuleKind = AlertRule["kind"];
