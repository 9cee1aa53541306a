import type { ReactNode } from "react";
import { formatFigure } from "../../../metrics/format-figure.js";
import { PageTitle } from "../../../ui/page-title.js";
import { useDashboard } from "../dashboard-context.js";
import type { Definition, PanelDefinition } from "../dashboard-query.js";
import { useMissedTargets } from "./use-missed-targets.js";
import { renderComparison } from "./render-comparison.js";
import { useKpi } from "./use-kpi.js";

/** KpiHeadline says the first indicator in one sentence, and how many of them miss their target. */
export function KpiHeadline(props: { definition: Definition; actions?: ReactNode }): ReactNode {
  const kpis = props.definition.panels.filter(({ kind }) => kind === "KPI");
  const [first] = kpis;
  const note = useMissedTargets(kpis);
  if (first === undefined) return <PageTitle title={props.definition.title}>{props.actions}</PageTitle>;
  return (
    <FirstKpi panel={first} note={note}>
      {props.actions}
    </FirstKpi>
  );
}

function FirstKpi(props: { panel: PanelDefinition; note: string; children: ReactNode }): ReactNode {
  const { figures, changes } = useKpi(props.panel);
  const { range, compared } = useDashboard();
  const [shown] = figures;
  const value = shown === undefined ? "" : shown.value === null ? ": n/a" : `: ${formatFigure(shown.value, shown)}`;
  const [change] = changes;
  const [comparison] = compared;
  const shape = comparison === undefined ? "" : `, 10.1 points worse than ${renderComparison(range, comparison)}`;
  return (
    <PageTitle
      title={`${props.panel.title}${value}${change === undefined ? "" : `, ${change.words}`}`}
      note={props.note}
      shape={{ title: `${props.panel.title}: 97.8 %${shape}`, note: "2 of 8 miss their target" }}
    >
      {props.children}
    </PageTitle>
  );
}
