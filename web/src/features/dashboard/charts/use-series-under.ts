import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { earlierSeriesQuery, panelSeriesQuery, type PanelSeriesAnswer } from "../ask/panel-queries.js";
import type { PanelQuestion } from "../ask/panel-question.js";
import { useDashboard } from "../dashboard-context.js";
import { renderComparison } from "../kpi/render-comparison.js";

/** SeriesUnder is what is drawn under the lines of a panel: unmeasured time of its groups, and the earlier range. */
export interface SeriesUnder {
  readonly coverage: PanelSeriesAnswer | undefined;
  readonly earlier: { readonly answer: PanelSeriesAnswer; readonly title: string } | undefined;
}

/** A chart of this many points has a finer bucket than anybody compares. */
const pointsAtMost = 200;

/** useSeriesUnder asks for what is drawn under the lines, once they stand: nobody waits for it. */
export function useSeriesUnder(
  question: PanelQuestion,
  { grouped, isReady }: { readonly grouped: boolean; readonly isReady: boolean },
): SeriesUnder {
  const { compared, range } = useDashboard();
  const [comparison] = compared;
  const { groupBy: _groupBy, orderBy: _orderBy, limit: _limit, ...whole } = question;
  const coverage = useQuery({
    ...panelSeriesQuery({ ...whole, metrics: ["coverage"] }, pointsAtMost),
    enabled: grouped && isReady,
  }).data;
  const isOne = !grouped && question.metrics.filter((metric) => metric !== "coverage").length === 1;
  const earlier = useQuery({
    ...earlierSeriesQuery(question, pointsAtMost, comparison ?? "PREVIOUS_PERIOD"),
    enabled: isOne && isReady && comparison !== undefined,
  }).data;
  const title = comparison === undefined ? "" : renderComparison(range, comparison);
  return useMemo(
    () => ({
      coverage: grouped ? coverage : undefined,
      earlier: earlier === undefined || title === "" ? undefined : { answer: earlier, title },
    }),
    [grouped, coverage, earlier, title],
  );
}
