import type { AlertRule } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";
import { isAdditive } from "../../metrics/ranking/is-additive.js";
import type { RuleQueries } from "../evaluate/rule-query.js";

const SECOND = 1_000;
/** MAX_SLOTS of one back-test: a week of minutes, a month of five minutes. */
export const MAX_SLOTS = 10_080;
/** So many questions a rule whose windows cannot be added may ask. */
const MAX_PHASES = 12;
/** What is read slot by slot. */
const MAX_READ_SLOTS = 200;
const STEPS = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400];

/** READINGS: how figures of many slots are read. `sums` adds short buckets up; `ends` is the state at the end of each; `phases` asks each window whole; `slots` asks slot by slot. */
export type Reading = "sums" | "ends" | "phases" | "slots";

/** chooseReading says how a rule can be read over many slots. */
export function chooseReading(rule: AlertRule, queries: RuleQueries | undefined): Reading {
  if (rule.kind === "anomaly") return "sums";
  if (rule.kind === "freshness") return "ends";
  if (queries === undefined) return "slots";
  const metric = findMetric(queries.now.metric);
  if (metric === undefined) return "slots";
  if (metric.moment === "INSTANT") return "ends";
  return ["sum", "ratio", "rest"].includes(metric.formula.form) && isAdditive(metric) ? "sums" : "phases";
}

/** chooseStep gives the distance of slots in milliseconds: the rule's interval, or a multiple of it where the range would have too many slots. */
export function chooseStep(rule: AlertRule, rangeMs: number, reading: Reading): number {
  const intervalMs = rule.intervalSeconds * SECOND;
  const windowMs = "windowSeconds" in rule ? rule.windowSeconds * SECOND : intervalMs;
  const most = reading === "slots" ? MAX_READ_SLOTS : MAX_SLOTS;
  const steps = [
    intervalMs,
    ...STEPS.map((step) => step * SECOND).filter((step) => step > intervalMs && step % intervalMs === 0),
  ];
  const isWhole = (step: number) => windowMs % step === 0 && windowMs / step <= MAX_PHASES;
  const fits = (step: number) => rangeMs / step <= most && (reading !== "phases" || isWhole(step));
  return steps.find(fits) ?? (reading === "phases" ? windowMs : (steps[steps.length - 1] ?? intervalMs));
}

/** chooseBucket gives the longest bucket that all windows of a rule and its slots are made of, in milliseconds. */
export function chooseBucket(queries: RuleQueries, stepMs: number): number {
  const offsets = [...queries.now.edges, ...(queries.before?.edges ?? []), queries.heardMs ?? 0];
  return offsets.reduce((greatest, offset) => divide(greatest, Math.abs(offset)), stepMs);
}

function divide(left: number, right: number): number {
  return right === 0 ? left : divide(right, left % right);
}
