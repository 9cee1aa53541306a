import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { catalogQuery } from "../../../metrics/catalog-query.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { RuleWords } from "../definition/render-rule-sentence.js";

/** useRuleWords answers what metrics and the things of a filter are called. */
export function useRuleWords(): RuleWords {
  const { registry } = useWorkspace();
  const { data: metrics } = useQuery(catalogQuery);
  return useMemo(() => {
    const lists: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>> = {
      ...{ clients: registry.clients, regions: registry.regions, channels: registry.channels },
      ...{ partners: registry.partners, workflows: registry.workflows },
    };
    return {
      metrics: metrics ?? [],
      // Store ids are unique within their client only: they are left as they are written.
      nameOf: (filter, id) => lists[filter]?.find((entry) => entry.id === id)?.title ?? id,
    };
  }, [registry, metrics]);
}
