import type { ReactNode } from "react";
import { formatNullReason } from "../../../format/format-null-reason.js";
import { buildFigureCell } from "../../../metrics/build-figure-cell.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { StateShape } from "../../../ui/state-shape.js";
import type { PanelAnswer } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { KpiDriver } from "./kpi-driver.js";
import { KpiSpark } from "./kpi-spark.js";
import classes from "./kpi.module.css";
import { describeNoComparison } from "./describe-no-comparison.js";
import { renderComparison } from "./render-comparison.js";
import { useKpi, type Kpi } from "./use-kpi.js";
import { useDashboard } from "../dashboard-context.js";

/** KpiPanel shows one figure against its target and against earlier ranges, which way it went, and what moved it. */
export function KpiPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const kpi = useKpi(panel);
  const { facts } = kpi;
  return (
    <PanelFrame
      panel={panel}
      query={kpi.query}
      height={69 + (panel.hasSpark ? 40 : 0) + (panel.drivers.length > 0 ? 54 : 0)}
      note={panel.target === null ? (panel.note ?? "") : `target ${formatFigure(panel.target, facts)}`}
      table={(answer) => buildKpiTable(answer, kpi, panel)}
    >
      {() => <KpiBody panel={panel} kpi={kpi} />}
    </PanelFrame>
  );
}

function KpiBody(props: { panel: PanelDefinition; kpi: Kpi }): ReactNode {
  const { panel, kpi } = props;
  const { compared, range } = useDashboard();
  const [shown, ...others] = kpi.figures;
  const question = usePanelQuestion(panel);
  return (
    <div className={classes.kpi}>
      <div className={classes.value} data-missed={kpi.isMissed ? "" : undefined}>
        {kpi.isMissed ? <StateShape state="late" label="misses its target" /> : null}
        {shown?.value === null ? <StateShape state="none" label={formatNullReason(shown.nullReason)} /> : null}
        <Figure
          figure={shown}
          render={(value) => formatFigure(value, shown ?? kpi.facts)}
          label={panel.title}
          of={{ filter: question.filter }}
        />
        {others.map((other) => (
          <small key={other.currency}>
            {" + "}
            <Figure
              figure={other}
              render={(value) => formatFigure(value, other)}
              label={`${panel.title}, ${other.currency ?? ""}`}
              of={{ filter: question.filter }}
            />
          </small>
        ))}
      </div>
      <div className={classes.changes}>
        {kpi.changes.map(({ words, tone }) => (
          <div key={words} data-tone={tone}>
            {words}
          </div>
        ))}
        {kpi.changes.length === 0 ? (
          <div data-tone="none">
            {shown?.value === null
              ? formatNullReason(shown.nullReason)
              : compared[0] === undefined
                ? ""
                : describeNoComparison(shown?.previousNullReason ?? null, renderComparison(range, compared[0]))}
          </div>
        ) : null}
      </div>
      {panel.hasSpark ? <KpiSpark panel={panel} currency={shown?.currency ?? null} /> : null}
      {panel.drivers.length === 0 ? null : <KpiDriver panel={panel} kpi={kpi} />}
    </div>
  );
}

function buildKpiTable(_answer: PanelAnswer, kpi: Kpi, panel: PanelDefinition) {
  return {
    columns: [{ title: "Figure" }, { title: "Value", isNumber: true }, { title: "Before", isNumber: true }],
    rows: kpi.figures.map((figure) => [
      figure.currency === null ? panel.title : `${panel.title}, ${figure.currency}`,
      buildFigureCell(figure, (value) => formatFigure(value, figure)),
      buildFigureCell({ ...figure, value: figure.previous }, (value) => formatFigure(value, figure)),
    ]),
  };
}
