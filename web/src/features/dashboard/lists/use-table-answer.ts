import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FramedQuery } from "../../../ui/query-frame.js";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import type { PanelQuestion } from "../ask/panel-question.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { addPrevious } from "./add-previous.js";

/**
 * useTableAnswer asks for the figures of a table, and for what those were before that show their change: an earlier range of the others would be computed
 * for nobody. The table stands as soon as its figures do; the changes follow.
 */
export function useTableAnswer(panel: PanelDefinition, question: PanelQuestion): FramedQuery<PanelAnswer> {
  const { compared } = useDashboard();
  const [comparison] = compared;
  const order = question.orderBy?.metric;
  const changing = panel.metrics.filter(({ change }) => change).map(({ metric }) => metric);
  const query = useQuery(panelTotalsQuery(question));
  const before = useQuery({
    ...panelTotalsQuery({
      ...question,
      metrics: [...new Set([...changing, ...(order === undefined ? [] : [order])])],
      ...(comparison === undefined ? {} : { compareTo: comparison }),
    }),
    enabled: comparison !== undefined && changing.length > 0 && query.data !== undefined,
  }).data;
  const data = useMemo(
    () => (query.data === undefined || before === undefined ? query.data : addPrevious(query.data, before)),
    [query.data, before],
  );
  return { ...query, data };
}
