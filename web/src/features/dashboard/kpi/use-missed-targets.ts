import { useQueries } from "@tanstack/react-query";
import { panelTotalsQuery } from "../ask/panel-queries.js";
import { buildPanelFilter } from "../build-panel-filter.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { chooseKpiFigures } from "./choose-kpi-figures.js";
import { decideTarget } from "./decide-target.js";

/** useMissedTargets says how many of the indicators with a target miss it; it asks what their panels ask, so nothing is asked twice. */
export function useMissedTargets(panels: readonly PanelDefinition[]): string {
  const { filter, range, timeZone, compared } = useDashboard();
  const factsOf = useMetricFacts();
  const [comparison] = compared;
  const answers = useQueries({
    queries: panels.map((panel) =>
      panelTotalsQuery({
        metrics: panel.metrics.map(({ metric }) => metric),
        filter: buildPanelFilter(filter, panel.filter),
        range,
        timeZone,
        ...(comparison === undefined ? {} : { compareTo: comparison }),
      }),
    ),
  });
  // Half a count would be read as the whole: nothing is said until every indicator with a target is there.
  if (panels.some(({ target }, index) => target !== null && answers[index]?.data === undefined)) return "";
  const verdicts = panels.map((panel, index) => {
    const answer = answers[index]?.data;
    const metric = panel.metrics[0]?.metric ?? "";
    if (answer === undefined) return null;
    return decideTarget(chooseKpiFigures(answer, metric)[0]?.value ?? null, panel.target, factsOf(metric).better);
  });
  const judged = verdicts.filter((verdict) => verdict !== null);
  if (judged.length === 0) return "";
  const missed = judged.filter((verdict) => verdict === "missed").length;
  if (missed === 0) return `all ${judged.length} targets are reached`;
  return `${missed} of ${judged.length} ${missed === 1 ? "misses its" : "miss their"} target`;
}
