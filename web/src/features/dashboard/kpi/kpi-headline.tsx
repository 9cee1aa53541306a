import type { ReactNode } from "react";
import { formatFigure } from "../../../metrics/format-figure.js";
import { PageTitle } from "../../../ui/page-title.js";
import type { Definition, PanelDefinition } from "../dashboard-query.js";
import { useMissedTargets } from "./use-missed-targets.js";
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
  const [shown] = figures;
  const value = shown === undefined ? "" : shown.value === null ? ": n/a" : `: ${formatFigure(shown.value, shown)}`;
  const [change] = changes;
  return (
    <PageTitle
      title={`${props.panel.title}${value}${change === undefined ? "" : `, ${change.words}`}`}
      note={props.note}
    >
      {props.children}
    </PageTitle>
  );
}
