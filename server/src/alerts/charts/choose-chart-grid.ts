import type { AlertRule } from "@watchfloor/dashboards";
import { chooseReading, type Reading } from "../back-test/choose-grid.js";
import type { SlotRange } from "../back-test/slot-source.js";
import { buildRuleQueries, type RuleQueries } from "../evaluate/rule-query.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LONGEST_MS = 24 * HOUR;
/** The pages of a burn rate look back six hours and more; a picture shows the first of it. */
const BURN_MS = 6 * HOUR;
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120].map((minutes) => minutes * MINUTE);
const MOST_POINTS = 72;
/** Of figures that cannot be added each window is asked whole: so many rows of windows at most. */
const MOST_PHASES = 3;
/** Their values are no measure of anything that could be drawn: how strange something is, how many gates are open, that something is missing. */
const WITHOUT_CHART: readonly AlertRule["kind"][] = ["anomaly", "readiness", "no_data"];

/** ChartGrid is which slots a picture shows, and how their figures are read. */
export interface ChartGrid {
  readonly range: SlotRange;
  readonly queries: RuleQueries;
  readonly reading: Exclude<Reading, "slots">;
}

/** chooseChartGrid picks the time before an alert fired that says how it came about: six windows, or three times as long as it waited, an hour to a day. undefined = a rule of this kind has nothing to draw. */
export function chooseChartGrid(
  rule: AlertRule,
  { slotAt, activeAt }: { readonly slotAt: number; readonly activeAt: number },
): ChartGrid | undefined {
  const queries = buildRuleQueries(rule);
  const reading = chooseReading(rule, queries);
  if (WITHOUT_CHART.includes(rule.kind) || queries === undefined || reading === "slots") return undefined;
  const windowMs = "windowSeconds" in rule ? rule.windowSeconds * SECOND : rule.intervalSeconds * SECOND;
  const wanted = Math.max(HOUR, 6 * windowMs, 3 * (slotAt - activeAt), rule.kind === "burn" ? BURN_MS : 0);
  const spanMs = Math.min(wanted, LONGEST_MS);
  const stepMs = chooseStep(rule, { spanMs, windowMs, reading });
  const points = Math.max(2, Math.min(MOST_POINTS, Math.ceil(spanMs / stepMs)));
  return { range: { fromMs: slotAt - points * stepMs, toMs: slotAt, stepMs }, queries, reading };
}

function chooseStep(
  rule: AlertRule,
  { spanMs, windowMs, reading }: { readonly spanMs: number; readonly windowMs: number; readonly reading: Reading },
): number {
  const intervalMs = rule.intervalSeconds * SECOND;
  if (reading === "phases") return windowMs % (MOST_PHASES * SECOND) === 0 ? windowMs / MOST_PHASES : windowMs;
  const steps = [intervalMs, ...STEPS_MS.filter((step) => step > intervalMs && step % intervalMs === 0)];
  return steps.find((step) => spanMs / step <= MOST_POINTS) ?? Math.max(intervalMs, LONGEST_MS / MOST_POINTS);
}
