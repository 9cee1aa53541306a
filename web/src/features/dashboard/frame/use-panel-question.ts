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
      ...(panel.groupBy.length === 0 ? {} : { groupBy: panel.groupBy }),
    }),
    [panel, filter, range, timeZone],
  );
}
