import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { formatFigure } from "../../../metrics/format-figure.js";
import { usePanelHeight } from "../../../ui/panel-full-context.js";
import { panelSeriesQuery, type PanelSeriesAnswer } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { annotationsQuery } from "./annotations-query.js";
import { buildSeriesTable } from "./build-series-table.js";
import { shapeMarks } from "./shape-marks.js";
import { useSeriesUnder, type SeriesUnder } from "./use-series-under.js";
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
  const titleOf = (id: string): string => factsOf(id).title;
  const shape = (answer: PanelSeriesAnswer) =>
    shapeSeries(answer, { metrics: question.metrics, timeZone, titleOf, ...under });
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={height + 22}
      isEmpty={(answer) => shape(answer).lines.every(({ points }) => points.every(({ value }) => value === null))}
      table={(answer) => buildSeriesTable(shape(answer), factsOf(metric).unit)}
    >
      {(answer) => (
        <Chart
          panel={panel}
          answer={answer}
          metrics={question.metrics}
          under={under}
          marks={shapeMarks(annotations.data ?? [], { interval: answer.interval, timeZone })}
        />
      )}
    </PanelFrame>
  );
}

interface ChartProps {
  readonly panel: PanelDefinition;
  readonly answer: PanelSeriesAnswer;
  readonly metrics: readonly string[];
  readonly under: SeriesUnder;
  readonly marks: ReturnType<typeof shapeMarks>;
}

function Chart(props: ChartProps): ReactNode {
  const { panel, answer, metrics, marks, under } = props;
  const { timeZone } = useDashboard();
  const factsOf = useMetricFacts();
  const { unit } = factsOf(metrics[0] ?? "");
  const tall = usePanelHeight(height);
  const data = useMemo(
    () => shapeSeries(answer, { metrics, timeZone, titleOf: (id) => factsOf(id).title, ...under }),
    [answer, metrics, timeZone, factsOf, under],
  );
  return (
    <Suspense fallback={<div style={{ height: tall + 22 }} />}>
      <LinesChart
        data={data}
        draw={panel.isBars ? "bars" : "line"}
        kind={unit === "ratio" ? "ratio" : unit === "seconds" ? "duration" : "count"}
        target={panel.target}
        targetWords={panel.target === null ? "" : `target ${formatFigure(panel.target, { unit })}`}
        format={(value) => formatFigure(value, { unit })}
        marks={marks}
        timeZone={timeZone}
        height={tall}
      />
    </Suspense>
  );
}
