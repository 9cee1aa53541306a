import { useMemo } from "react";
import { buildPanelFilter } from "../build-panel-filter.js";
import type { PanelQuestion } from "../ask/panel-question.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";

/** usePanelQuestion answers what a panel asks for: its metrics and dimensions within what the page and the panel are narrowed to. */
export function usePanelQuestion(panel: PanelDefinition): PanelQuestion {
  const { filter, range, timeZone } = useDashboard();
  return useMemo(
    () => ({
      metrics: panel.metrics.map(({ metric }) => metric),
      filter: buildPanelFilter(filter, panel.filter),
      range,
      timeZone,
      ...(panel.groupBy.length === 0 ? {} : { groupBy: addClient(panel, filter.clients?.length === 1) }),
    }),
    [panel, filter, range, timeZone],
  );
}

/** Ids of stores and partners are unique only within a client: without it two partners of the same name would be one row. */
function addClient({ kind, groupBy }: PanelDefinition, isOneClient: boolean): PanelDefinition["groupBy"] {
  const isShared = groupBy.includes("STORE") || groupBy.includes("PARTNER");
  if (isOneClient || !isShared || kind === "HEAT_TABLE" || groupBy.includes("CLIENT")) return groupBy;
  return [...groupBy, "CLIENT"];
}
