import type { AlertRule } from "@watchfloor/dashboards";
import { findMetric } from "../../metrics/metric-catalog.js";
import { BURN_TIERS } from "../../sla/burn/decide-burn.js";
import { buildBurnFactor, buildErrorRatioThreshold, judgeBurn, type BurnCounts } from "../condition/burn-rate.js";
import type { AlertSeverity } from "../publish/transition-sink.js";
import type { JudgedInstance } from "./judge-rule.js";
import { buildRuleQueries } from "./rule-query.js";
import type { GroupFigures } from "./slot-figures.js";

type BurnRule = Extract<AlertRule, { kind: "burn" }>;

const DAY_MS = 86_400_000;
const SEVERITY_OF: Readonly<Record<(typeof BURN_TIERS)[number]["tier"], AlertSeverity>> = {
  PAGE_FAST: "critical",
  PAGE_SLOW: "critical",
  TICKET: "warning",
};

/** judgeBurnTiers judges every tier of a group; each is an instance with the label `tier`. Error ratios are sums over sums, never a mean of ratios. */
export function judgeBurnTiers(rule: BurnRule, { labels, windows }: GroupFigures): JudgedInstance[] {
  const edges = buildRuleQueries(rule)?.now.edges ?? [];
  const isGood = findMetric(rule.metric)?.better === "HIGHER";
  /** Bad and all between two offsets, both in milliseconds before the slot. */
  const count = (fromMs: number, toMs = 0): BurnCounts => {
    let [bad, total, isSeen] = [0, 0, false];
    windows.forEach(({ numerator, denominator }, at) => {
      const [start, end] = [-(edges[at] ?? 0), -(edges[at + 1] ?? 0)];
      if (start > fromMs || end < toMs || denominator === null || denominator === 0) return;
      const of = numerator ?? 0;
      isSeen = true;
      total += denominator;
      bad += isGood ? denominator - of : of;
    });
    return isSeen ? { bad, total } : { bad: null, total: null };
  };
  return BURN_TIERS.map(({ tier, budget, longMs, shortMs }) => {
    const factor = buildBurnFactor(budget, rule.periodDays * DAY_MS, longMs);
    const threshold = buildErrorRatioThreshold(factor, rule.objective);
    const [long, short] = [count(longMs), count(shortMs)];
    const { minBadEvents, minWindowCoverage } = rule;
    // Promises decided in the first half of the window say that the service was there for half of it.
    const longCoverage = count(longMs, longMs / 2).total === null ? 0 : 1;
    const guard = { guards: { minBadEvents, minWindowCoverage }, longCoverage };
    const severity = SEVERITY_OF[tier];
    return {
      labels: { ...labels, ...rule.labels, severity, tier: tier.toLowerCase().replace("_", "-") },
      ...{ severity, threshold, judgement: judgeBurn({ long, short }, threshold, guard) },
      evidence: { tier, factor, long, short },
    };
  });
}
