import { queryOptions } from "@tanstack/react-query";
import {
  AlertRuleDetailDocument,
  AlertRuleListDocument,
  AlertRuleVersionsDocument,
  type AlertRuleDetailQuery,
  type AlertRuleListQuery,
  type AlertRuleVersionsQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { liveMeta } from "../../../live-changes/live-meta.js";

/** RuleRow is one rule in the list. */
export type RuleRow = AlertRuleListQuery["alertRules"][number];

/** RuleDetail is one rule with its instances. */
export type RuleDetail = NonNullable<AlertRuleDetailQuery["alertRule"]>;

/** RuleInstance is a rule for one group that is not at rest. */
export type RuleInstance = RuleDetail["instances"][number];

/** RuleVersion is what a rule said from an instant on. */
export type RuleVersion = AlertRuleVersionsQuery["alertRuleVersions"][number];

/** rulesQuery asks for the rules that can touch what the person sees; they move with the clock. */
export const rulesQuery = queryOptions({
  queryKey: ["alert-rules"],
  queryFn: async ({ signal }): Promise<readonly RuleRow[]> =>
    (await request(AlertRuleListDocument, {}, signal)).alertRules,
  meta: liveMeta({ everyMs: 10_000, clockMs: 15_000 }),
});

/** ruleQuery asks for one rule with everything about it; null when there is none that the person may see. */
export function ruleQuery(id: string) {
  return queryOptions({
    queryKey: ["alert-rules", id],
    queryFn: async ({ signal }): Promise<RuleDetail | null> =>
      (await request(AlertRuleDetailDocument, { id }, signal)).alertRule,
    meta: liveMeta({ everyMs: 10_000, clockMs: 15_000 }),
  });
}

/** ruleVersionsQuery asks what a rule said before, newest first; `version` is the one in force, so that a new one is asked for. */
export function ruleVersionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["alert-rule-versions", id, version],
    queryFn: async ({ signal }): Promise<readonly RuleVersion[]> =>
      (await request(AlertRuleVersionsDocument, { id }, signal)).alertRuleVersions,
    staleTime: Infinity,
  });
}
