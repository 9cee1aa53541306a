import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, type ComponentProps, type ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { seriesQuery } from "../../metrics/series-query.js";
import { writeWhy } from "../../metrics/why-question.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { usePanelHeight } from "../../ui/panel-full-context.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { buildTrendTable } from "./build-trend-table.js";
import { shapeTrend } from "../../metrics/shape-trend.js";
import { TrendControls } from "./trend-controls.js";
import { trendMetrics } from "./trend-metric.js";

const TimeChart = lazy(async () => ({ default: (await import("../../charts/time-chart.js")).TimeChart }));

interface TrendPanelProps {
  /** workflow is "client/workflow", null for everything in scope, undefined while it is not known which one is shown. */
  readonly workflow: string | null | undefined;
  readonly metricId: string | null;
  readonly onChange: (change: { chart?: string; workflow?: string | undefined }) => void;
}

const height = 196;
const maxPoints = 200;

/** TrendPanel draws one metric of one workflow, or of everything in scope, over the range. */
export function TrendPanel(props: TrendPanelProps): ReactNode {
  const { filter, range, timeZone, names } = useWorkspace();
  const metric = trendMetrics.find((entry) => entry.id === props.metricId) ?? trendMetrics[0];
  const [client = "", workflow = ""] = props.workflow?.split("/") ?? [];
  const narrowed = !props.workflow ? filter : { ...filter, clients: [client], workflows: [workflow] };
  const query = useQuery({
    ...seriesQuery({ metrics: [metric.id, "coverage"], range, filter: narrowed, timeZone }, maxPoints),
    enabled: props.workflow !== undefined,
  });
  const data = useMemo(
    () => (query.data === undefined ? null : shapeTrend(query.data, { metric, timeZone })),
    [query.data, metric, timeZone],
  );
  const limit = metric.kind === "duration" && props.workflow ? names.limitSeconds(client, workflow) : null;
  const limitWords = limit === null ? "" : `limit ${formatDuration(limit)}`;
  const subject = !props.workflow ? "all workflows" : names.workflow(client, workflow);
  return (
    <Panel
      title={props.workflow === undefined ? metric.words : `${metric.words}, ${subject}`}
      note={<TrendControls {...props} metric={metric} />}
      span={7}
      tools={{
        id: "trend",
        fileName: `${subject} ${metric.id}`,
        table: () => (data === null || query.data === undefined ? null : buildTrendTable(query.data, data, metric)),
        why: writeWhy({ metric: metric.id, filter: narrowed }),
      }}
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
          data === null ? null : (
            <TrendChart
              data={data}
              draw={metric.draw}
              kind={metric.kind}
              limit={limit}
              limitWords={limitWords}
              format={metric.format}
              timeZone={timeZone}
            />
          )
        }
      </QueryFrame>
    </Panel>
  );
}

function TrendChart(props: Omit<ComponentProps<typeof TimeChart>, "height">): ReactNode {
  const tall = usePanelHeight(height);
  return (
    <Suspense fallback={<div style={{ height: tall }} />}>
      <TimeChart {...props} height={tall} />
    </Suspense>
  );
}
