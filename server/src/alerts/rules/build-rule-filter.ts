import type { AlertRule } from "@watchfloor/dashboards";
import type { ReachFilter } from "../../scope/reach.js";

/** buildRuleFilter gives what a rule narrows its scope to. */
export function buildRuleFilter({ filter }: Pick<AlertRule, "filter">): ReachFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, ids]) => ids !== undefined));
}
