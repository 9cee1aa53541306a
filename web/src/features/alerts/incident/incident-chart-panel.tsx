import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import type { ChartMark } from "../../../charts/chart-mark.js";
import type { LinesChartData } from "../../../charts/lines-chart-data.js";
import { formatDuration } from "../../../format/format-duration.js";
import { catalogQuery } from "../../../metrics/catalog-query.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { seriesQuery } from "../../../metrics/series-query.js";
import { shapeTrend } from "../../../metrics/shape-trend.js";
import { writeWhy } from "../../../metrics/why-question.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { usePanelHeight } from "../../../ui/panel-full-context.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildIncidentMarks } from "./build-incident-marks.js";
import { chooseLimit } from "./choose-limit.js";
import { nearbyChangesQuery, type IncidentStory } from "./incident-query.js";
import type { IncidentSubject } from "./read-subject.js";

const LinesChart = lazy(async () => ({ default: (await import("../../../charts/lines-chart.js")).LinesChart }));

const height = 210;
const maxPoints = 200;

/** IncidentChartPanel draws what the rule watches, there where it fired, from before it fired on, with what happened meanwhile. */
export function IncidentChartPanel(props: {
  story: IncidentStory;
  subject: IncidentSubject & { metric: string };
}): ReactNode {
  const { story, subject } = props;
  const { timeZone } = useWorkspace();
  const { metric, filter, span } = subject;
  const catalog = useQuery(catalogQuery).data;
  const entry = catalog?.find(({ id }) => id === metric);
  const title = entry?.title ?? metric;
  const unit = entry?.unit ?? "count";
  const range = { kind: "fixed", ...span } as const;
  const query = useQuery(seriesQuery({ metrics: [metric, "coverage"], range, filter, timeZone }, maxPoints));
  const changes = useQuery(nearbyChangesQuery({ ...span, filter }));
  const currency = story.incident.labels.find(({ name }) => name === "currency")?.value ?? null;
  const data = useMemo((): LinesChartData | null => {
    if (query.data === undefined) return null;
    const format = (value: number): string => formatFigure(value, { unit, currency });
    const trend = shapeTrend(query.data, { metric: { id: metric, words: title, format }, timeZone });
    const points = trend.points.map(({ at, value, lines }) => ({ at, value, words: lines.slice(1).join(", ") }));
    return {
      ...{ unmeasured: trend.unmeasured, domain: trend.domain, ticks: trend.ticks, tickStepMs: trend.tickStepMs },
      lines: [{ id: metric, title, points }],
      bucketWords: Object.fromEntries(trend.points.map(({ at, lines }) => [at, lines[0] ?? ""])),
    };
  }, [query.data, metric, title, unit, currency, timeZone]);
  const limit = chooseLimit(story);
  const bucket = query.data?.bucket.lengthMs;
  return (
    <Panel
      title={title}
      span={7}
      note={
        bucket === undefined
          ? ""
          : `a point is ${formatDuration(bucket / 1000)}${subject.windowSeconds === null ? "" : `, the rule looks at ${formatDuration(subject.windowSeconds)}`}`
      }
      tools={{
        id: "chart",
        fileName: title,
        table: () => (data === null ? null : buildTable(data, title)),
        why: writeWhy({ metric, filter, range }),
      }}
    >
      <QueryFrame
        query={query}
        what="the chart"
        skeleton={<div style={{ height: height + 22 }} />}
        isEmpty={() => data === null || data.lines.every(({ points }) => points.every(({ value }) => value === null))}
        empty={
          <div style={{ minHeight: height + 22 }}>
            <EmptyNote title={`${title} has no values here over time.`}>
              The rule looked at it moment by moment; what it saw is beside this.
            </EmptyNote>
          </div>
        }
      >
        {() =>
          data === null ? null : (
            <Chart
              data={data}
              unit={unit}
              limit={limit}
              currency={currency}
              marks={buildIncidentMarks(story, changes.data ?? [], { domain: data.domain, timeZone })}
            />
          )
        }
      </QueryFrame>
    </Panel>
  );
}

interface ChartProps {
  readonly data: LinesChartData;
  readonly unit: string;
  readonly currency: string | null;
  readonly limit: number | null;
  readonly marks: readonly ChartMark[];
}

function Chart(props: ChartProps): ReactNode {
  const { unit, limit, currency } = props;
  const { timeZone } = useWorkspace();
  const tall = usePanelHeight(height);
  const format = useMemo(() => (value: number) => formatFigure(value, { unit, currency }), [unit, currency]);
  return (
    <Suspense fallback={<div style={{ height: tall + 22 }} />}>
      <LinesChart
        data={props.data}
        draw="line"
        kind={unit === "ratio" ? "ratio" : unit === "seconds" ? "duration" : "count"}
        target={limit}
        targetWords={limit === null ? "" : `limit ${format(limit)}`}
        format={format}
        marks={props.marks}
        timeZone={timeZone}
        height={tall}
      />
    </Suspense>
  );
}

function buildTable(data: LinesChartData, title: string) {
  const [line] = data.lines;
  return {
    columns: [{ title: "Time" }, { title, isNumber: true }],
    rows: (line?.points ?? []).map(({ at, value, words }) => [
      { at: new Date(at).toISOString() },
      value === null ? words : { value, unit: "", text: words },
    ]),
  };
}
