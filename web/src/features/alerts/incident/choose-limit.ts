import type { IncidentStory } from "./incident-query.js";
import { readRuleFacts } from "./read-rule-facts.js";

const comparable: ReadonlySet<string> = new Set(["THRESHOLD", "OBLIGATIONS", "FRESHNESS"]);

interface LimitSource {
  readonly rule: Pick<NonNullable<IncidentStory["rule"]>, "kind" | "definition"> | null;
  readonly incident: Pick<IncidentStory["incident"], "threshold">;
}

/**
 * chooseLimit is the limit that can be drawn over the metric of a rule; null where the rule compares something else with it: a change, a score.
 * A burn rate compares the share that missed its promise, and the chart shows the share that kept it.
 */
export function chooseLimit({ rule, incident }: LimitSource): number | null {
  if (rule === null || incident.threshold === null) return null;
  if (comparable.has(rule.kind)) return incident.threshold;
  return rule.kind === "BURN" && readRuleFacts(rule).objective !== null ? 1 - incident.threshold : null;
}
