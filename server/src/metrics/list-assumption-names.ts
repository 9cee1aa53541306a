import type { MetricDefinition } from "./metric-definition.js";
import { ASSUMPTION_RULES } from "./settings/metric-assumptions.js";

/** Which assumptions a metric is computed with, by the beginning of their names. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  severity_score: "severity_",
  health_score: "health_",
  value_delivered: "value_",
  manual_minutes: "minutes_per_touched_run",
};
/** What is not reached where too little was measured. */
const FLOOR = "coverage_floor";

/** listAssumptionNames lists what a metric is computed with that no event can tell; people state it. */
export function listAssumptionNames({ id, needsCoverage }: MetricDefinition): string[] {
  const beginning = BEGINNINGS[id];
  const names = ASSUMPTION_RULES.map(({ name }) => name as string);
  const own = beginning === undefined ? [] : names.filter((name) => name.startsWith(beginning));
  // The value of the service rests on the minutes that people spend, too.
  if (id === "value_delivered") own.push("minutes_per_touched_run");
  return needsCoverage === true ? [...own, FLOOR] : own;
}
