import { useQuery } from "@tanstack/react-query";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { chooseKpiFigures, type KpiFigure } from "./choose-kpi-figures.js";
import { describeFigureChange, type FigureChange } from "./describe-figure-change.js";
import { decideTarget } from "./decide-target.js";
import { useMetricFacts, type MetricFacts } from "../frame/use-metric-facts.js";
import { renderComparison } from "./render-comparison.js";
import type { FramedQuery } from "../../../ui/query-frame.js";

/** Kpi is one indicator as it stands: its figures, how they moved, and whether the target is reached. */
export interface Kpi {
  readonly query: FramedQuery<PanelAnswer>;
  readonly figures: readonly KpiFigure[];
  readonly changes: readonly FigureChange[];
  readonly facts: MetricFacts;
  readonly isMissed: boolean;
  /** hasBefore says whether the range before has a value, so that a cause of the change can be looked for. */
  readonly hasBefore: boolean;
}

/** useKpi asks for one indicator, and for what it was in each range it is compared with. */
export function useKpi(panel: PanelDefinition): Kpi {
  const { compared, range } = useDashboard();
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const facts = useMetricFacts()(metric);
  const [first, second] = compared;
  const query = useQuery(panelTotalsQuery({ ...question, ...(first === undefined ? {} : { compareTo: first }) }));
  const other = useQuery({
    ...panelTotalsQuery({ ...question, ...(second === undefined ? {} : { compareTo: second }) }),
    enabled: second !== undefined,
  });
  const figures = query.data === undefined ? [] : chooseKpiFigures(query.data, metric);
  const shown = figures[0];
  const before = [shown?.previous ?? null, findSame(other.data, metric, shown)?.previous ?? null];
  const changes = compared.flatMap((comparison, index) => {
    if (shown === undefined) return [];
    const change = describeFigureChange(
      { ...shown, previous: before[index] ?? null, better: facts.better },
      renderComparison(range, comparison),
    );
    return change === null ? [] : [change];
  });
  const isMissed = decideTarget(shown?.value ?? null, panel.target, facts.better) === "missed";
  return { query, figures, changes, facts, isMissed, hasBefore: before[0] !== null && before[0] !== undefined };
}

function findSame(
  answer: PanelAnswer | undefined,
  metric: string,
  shown: KpiFigure | undefined,
): KpiFigure | undefined {
  if (answer === undefined) return undefined;
  return chooseKpiFigures(answer, metric).find(({ currency }) => currency === shown?.currency);
}
