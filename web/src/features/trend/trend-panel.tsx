import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { seriesQuery } from "../../metrics/series-query.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { shapeTrend } from "./shape-trend.js";
import { TrendControls } from "./trend-controls.js";
import { TrendTable } from "./trend-table.js";
import { trendMetrics } from "./trend-metric.js";

const TimeChart = lazy(async () => ({ default: (await import("../../charts/time-chart.js")).TimeChart }));

interface TrendPanelProps {
  /** workflow is "client/workflow", or null for everything in scope. */
  readonly workflow: string | null;
  readonly metricId: string | null;
  readonly isTable: boolean;
  readonly onChange: (change: { chart?: string; as?: string | undefined; workflow?: string | undefined }) => void;
}

const height = 196;
const maxPoints = 200;

/** TrendPanel draws one metric of one workflow, or of everything in scope, over the range. */
export function TrendPanel(props: TrendPanelProps): ReactNode {
  const { filter, range, timeZone, names } = useWorkspace();
  const metric = trendMetrics.find((entry) => entry.id === props.metricId) ?? trendMetrics[0];
  const [client = "", workflow = ""] = props.workflow?.split("/") ?? [];
  const narrowed = props.workflow === null ? filter : { ...filter, clients: [client], workflows: [workflow] };
  const query = useQuery(
    seriesQuery({ metrics: [metric.id, "coverage"], range, filter: narrowed, timeZone }, maxPoints),
  );
  const data = useMemo(
    () => (query.data === undefined ? null : shapeTrend(query.data, { metric, timeZone })),
    [query.data, metric, timeZone],
  );
  const limit = metric.kind === "duration" && props.workflow !== null ? names.limitSeconds(client, workflow) : null;
  const limitWords = limit === null ? "" : `limit ${formatDuration(limit)}`;
  const subject = props.workflow === null ? "all workflows" : names.workflow(client, workflow);
  return (
    <Panel
      title={`${metric.words}, ${subject}`}
      note={<TrendControls {...props} metric={metric} data={data} subject={subject} />}
      span={7}
    >
      <QueryFrame
        query={query}
        what="the chart"
        skeleton={<div style={{ height }} />}
        isEmpty={() => data === null || data.points.every((point) => point.value === null)}
        empty={
          <div style={{ minHeight: height }}>
            <EmptyNote title={`No ${metric.words.toLowerCase()} in this range.`}>
              Nothing was measured here: choose a longer range or another workflow.
            </EmptyNote>
          </div>
        }
      >
        {() =>
          data === null ? null : props.isTable ? (
            <TrendTable data={data} height={height} />
          ) : (
            <Suspense fallback={<div style={{ height }} />}>
              <TimeChart
                data={data}
                draw={metric.draw}
                kind={metric.kind}
                limit={limit}
                limitWords={limitWords}
                format={metric.format}
                timeZone={timeZone}
                height={height}
              />
            </Suspense>
          )
        }
      </QueryFrame>
    </Panel>
  );
}
