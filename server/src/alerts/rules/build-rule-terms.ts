import type { AlertRule } from "@watchfloor/dashboards";
import { buildAlertTerms, ceilToSlots, type AlertTerms } from "../instance/alert-terms.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Section 15 of what alerting is specified by: the windows of a burn rate are their own `for`. */
const KEEP_MS: Partial<Record<AlertRule["kind"], number>> = { burn: 15 * MINUTE, anomaly: 10 * MINUTE };
const FOR_MS: Partial<Record<AlertRule["kind"], number>> = { burn: 0, freshness: 0, readiness: 0, anomaly: 0 };

/** buildRuleTerms gives the durations of a rule in effect, rounded up to its slots, with the defaults of its kind. */
export function buildRuleTerms(rule: AlertRule, severity: string): AlertTerms {
  const intervalMs = rule.intervalSeconds * SECOND;
  const ceil = (ms: number) => ceilToSlots(ms, intervalMs);
  const usualFor = FOR_MS[rule.kind] ?? (severity === "critical" ? 2 * MINUTE : 5 * MINUTE);
  const usualKeep = KEEP_MS[rule.kind] ?? 5 * MINUTE;
  const { noDataKeepSeconds } = rule;
  return buildAlertTerms({
    intervalMs,
    forMs: ceil(rule.forSeconds === undefined ? usualFor : rule.forSeconds * SECOND),
    keepFiringMs: ceil(rule.keepFiringSeconds === undefined ? usualKeep : rule.keepFiringSeconds * SECOND),
    noData: rule.noData,
    ...(noDataKeepSeconds === undefined ? {} : { noDataKeepMs: noDataKeepSeconds * SECOND }),
    noDataResolveAfterMs: rule.noDataResolveAfterSeconds * SECOND,
  });
}
