import { useWorkspace } from "../../../workspace/workspace-context.js";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatFigure } from "../../../metrics/format-figure.js";
import { panelPeriodsQuery, panelTotalsQuery } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { expectRows } from "../frame/expect-rows.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { resolveRange } from "../../../time-range/resolve-range.js";
import { readClock } from "../../../time-range/read-clock.js";
import { HeatGrid } from "./heat-grid.js";
import { shapeHeatByDimension, shapeHeatByPeriod, type HeatTable } from "./shape-heat-table.js";
import { useRowTargets } from "./use-row-targets.js";

const rowHeight = 33;

/** HeatPanel shows a metric by row and period, or by two dimensions; what misses its target has colour and shape. */
export function HeatPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  return panel.period === null ? (
    <HeatByDimension panel={panel} />
  ) : (
    <HeatByPeriod panel={panel} period={panel.period} />
  );
}

function HeatByPeriod(props: { panel: PanelDefinition; period: NonNullable<PanelDefinition["period"]> }): ReactNode {
  const { panel, period } = props;
  const { range, timeZone } = useDashboard();
  const { registry } = useWorkspace();
  const question = usePanelQuestion(panel);
  const query = useQuery(panelPeriodsQuery({ ...question, limit: 200 }, period));
  const options = useHeatOptions(panel);
  const resolved = resolveRange(range, readClock());
  const [from, to] = [resolved.from.toISOString(), resolved.to.toISOString()];
  const whole = range.kind === "fixed" && range.period !== undefined ? range.period.title : "Whole range";
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={(1 + expectRows(question, registry, options.limit)) * rowHeight}
      isEmpty={({ groups }) => groups.length === 0}
      table={({ groups, asOf }) =>
        buildTable(shapeHeatByPeriod(groups, { ...options, period, timeZone, asOf, from, to, whole }), options.unit)
      }
    >
      {({ groups, asOf }) => (
        <HeatGrid
          panel={panel}
          table={shapeHeatByPeriod(groups, { ...options, period, timeZone, asOf, from, to, whole })}
          unit={options.unit}
        />
      )}
    </PanelFrame>
  );
}

function HeatByDimension(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { registry } = useWorkspace();
  const question = usePanelQuestion(panel);
  const query = useQuery(panelTotalsQuery({ ...question, limit: 1000 }));
  const options = useHeatOptions(panel);
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={(1 + expectRows(question, registry, options.limit)) * rowHeight}
      isEmpty={({ groups }) => groups.length === 0}
      table={({ groups }) => buildTable(shapeHeatByDimension(groups, options), options.unit)}
    >
      {({ groups }) => <HeatGrid panel={panel} table={shapeHeatByDimension(groups, options)} unit={options.unit} />}
    </PanelFrame>
  );
}

function useHeatOptions(panel: PanelDefinition) {
  const { timeZone } = useDashboard();
  const metric = panel.metrics[0]?.metric ?? "";
  const { better, unit } = useMetricFacts()(metric);
  const findTarget = useRowTargets(panel);
  return { metric, better, unit, timeZone, findTarget, limit: panel.limit ?? 20 };
}

function buildTable(table: HeatTable, unit: string) {
  return {
    columns: [
      { title: "" },
      { title: "Target", isNumber: true },
      ...table.columns.map(({ title }) => ({ title, isNumber: true })),
    ],
    rows: table.rows.map(({ name, target, cells }) => [
      name,
      target === null ? "" : { value: target, unit, text: formatFigure(target, { unit }) },
      ...cells.map(({ figure }) =>
        figure === undefined || figure.value === null
          ? { value: null, reason: "no data" }
          : { value: figure.value, unit, text: formatFigure(figure.value, figure) },
      ),
    ]),
  };
}
