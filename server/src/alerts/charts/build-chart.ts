import { listRuleMetrics, type AlertRule } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { chooseRuleUnit } from "../rules/choose-rule-unit.js";
import { listRuleLevels } from "../rules/list-rule-levels.js";
import type { AlertChart } from "./alert-chart.js";
import { chooseScale, renderOnScale } from "./choose-scale.js";
import type { SlotRange } from "../back-test/slot-source.js";
import { renderClock, renderDay } from "./list-hours.js";

/** ChartParts are what the picture of one instance is made from. */
export interface ChartParts {
  readonly rule: AlertRule;
  readonly transition: CommittedTransition;
  readonly range: SlotRange;
  readonly values: readonly (number | null)[];
  readonly place: string;
  readonly zone: string;
}

/** buildChart makes the picture of the instance that fired, and of nothing else. Its last value is the one that was judged, whatever came since. */
export function buildChart({ rule, transition, range, values, place, zone }: ChartParts): AlertChart {
  const { severity, slotAt, value, threshold, activeAt, labels } = transition;
  const [metric = ""] = listRuleMetrics(rule);
  const level = listRuleLevels(rule).find((each) => each.severity === severity);
  return {
    ...{ title: rule.title, place, severity, zone, threshold, firedAt: slotAt },
    metric: `${findMetric(metric)?.title ?? metric}${rule.kind === "change" ? ", change" : ""}`,
    ...{ unit: chooseRuleUnit(rule), currency: labels["currency"] ?? "" },
    ...{ fromMs: range.fromMs, stepMs: range.stepMs, values: [...values.slice(0, -1), value] },
    recovery: level?.condition.recoveryThreshold ?? null,
    activeAt: activeAt ?? slotAt,
  };
}

/** renderChartWords says what a picture shows, for whoever does not see it. */
export function renderChartWords(chart: AlertChart): string {
  const { title, metric, place, values, threshold, zone, fromMs, firedAt, unit, currency } = chart;
  const numbers = values.filter((value) => value !== null);
  const scale = chooseScale(unit, Math.max(0, ...numbers.map(Math.abs), Math.abs(threshold ?? 0)), currency);
  const last = values.at(-1) ?? null;
  const compared = threshold === null ? "" : `, threshold ${renderOnScale(threshold, scale)}`;
  const at = last === null ? "" : ` at ${renderOnScale(last, scale)}`;
  const when = `${renderClock(fromMs, zone)} to ${renderClock(firedAt, zone)}, ${renderDay(firedAt, zone)}`;
  return `${title}, ${place}. ${metric} from ${when}: fired${at}${compared}.`;
}
