import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, type ReactNode } from "react";
import type { LinesChartData } from "../../../charts/lines-chart-data.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { usePanelHeight } from "../../../ui/panel-full-context.js";
import { panelSeriesQuery } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { annotationsQuery } from "./annotations-query.js";
import { buildSeriesTable } from "./build-series-table.js";
import { shapeMarks } from "./shape-marks.js";
import { useSeriesUnder } from "./use-series-under.js";
import { shapeSeries } from "./shape-series.js";

const LinesChart = lazy(async () => ({ default: (await import("../../../charts/lines-chart.js")).LinesChart }));

const height = 196;
const pointsAtMost = 200;

/** TimeSeriesPanel draws metrics over time, or one metric by the largest groups of a dimension: gaps stay gaps, unmeasured time is hatched, what happened is marked. */
export function TimeSeriesPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { timeZone } = useDashboard();
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const factsOf = useMetricFacts();
  const grouped = panel.groupBy.length > 0;
  const asked = {
    ...question,
    metrics: grouped ? [metric] : [...question.metrics, "coverage"],
    ...(grouped ? { limit: panel.limit ?? 5, orderBy: { metric, direction: "DESCENDING" as const } } : {}),
  };
  const query = useQuery(panelSeriesQuery(asked, pointsAtMost));
  const annotations = useQuery({
    ...annotationsQuery({ filter: question.filter, range: question.range, kinds: panel.annotations }),
    enabled: panel.annotations.length > 0,
  });
  const under = useSeriesUnder(asked, { grouped, isReady: query.data !== undefined });
  const { data: answer } = query;
  const data = useMemo(
    () =>
      answer === undefined
        ? undefined
        : shapeSeries(answer, { metrics: question.metrics, timeZone, titleOf: (id) => factsOf(id).title, ...under }),
    [answer, question.metrics, timeZone, factsOf, under],
  );
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={height + 22}
      isEmpty={() =>
        data === undefined || data.lines.every(({ points }) => points.every(({ value }) => value === null))
      }
      table={() => (data === undefined ? { columns: [], rows: [] } : buildSeriesTable(data, factsOf(metric).unit))}
    >
      {({ interval }) =>
        data === undefined ? null : (
          <Chart
            panel={panel}
            data={data}
            unit={factsOf(metric).unit}
            marks={shapeMarks(annotations.data ?? [], { interval, timeZone })}
          />
        )
      }
    </PanelFrame>
  );
}

interface ChartProps {
  readonly panel: PanelDefinition;
  readonly data: LinesChartData;
  readonly unit: string;
  readonly marks: ReturnType<typeof shapeMarks>;
}

function Chart(props: ChartProps): ReactNode {
  const { panel, unit } = props;
  const { timeZone } = useDashboard();
  const tall = usePanelHeight(height);
  const format = useCallback((value: number) => formatFigure(value, { unit }), [unit]);
  return (
    <Suspense fallback={<div style={{ height: tall + 22 }} />}>
      <LinesChart
        data={props.data}
        draw={panel.isBars ? "bars" : "line"}
        kind={unit === "ratio" ? "ratio" : unit === "seconds" ? "duration" : "count"}
        target={panel.target}
        targetWords={panel.target === null ? "" : `target ${format(panel.target)}`}
        format={format}
        marks={props.marks}
        timeZone={timeZone}
        height={tall}
      />
    </Suspense>
  );
}
