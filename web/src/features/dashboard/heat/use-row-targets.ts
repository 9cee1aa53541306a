import { queryOptions, useQuery } from "@tanstack/react-query";
import { PolicyTargetsDocument, type PolicyTargetsQuery } from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { choosePolicyTarget } from "./choose-policy-target.js";

const policyTargetsQuery = queryOptions({
  queryKey: ["policy-targets"],
  queryFn: async ({ signal }): Promise<PolicyTargetsQuery["slaPolicies"]> =>
    (await request(PolicyTargetsDocument, {}, signal)).slaPolicies,
  staleTime: 5 * 60_000,
});

/** useRowTargets answers what each row of a panel should reach: its own target, that of its SLA policy, or that of the panel. */
export function useRowTargets(panel: PanelDefinition): (row: string) => number | null {
  const { filter } = useDashboard();
  const policies = useQuery({ ...policyTargetsQuery, enabled: panel.hasPolicyTargets }).data ?? [];
  return (row) => {
    if (panel.hasPolicyTargets) return choosePolicyTarget(policies, { workflow: row, clients: filter.clients ?? [] });
    return panel.targets.find(({ id }) => id === row)?.value ?? panel.target;
  };
}
