import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatRatio } from "../../format/format-ratio.js";
import { buildFigureCell } from "../../metrics/build-figure-cell.js";
import { Figure } from "../../metrics/figure.js";
import { findFigure } from "../../metrics/find-figure.js";
import { findGroupId } from "../../metrics/find-group-id.js";
import { metricsQuery, type MetricAnswer } from "../../metrics/metrics-query.js";
import { writeWhy } from "../../metrics/why-question.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";

const figures = [
  { metric: "ingest_lag_p95", title: "Lag, 95 of 100", render: renderSeconds },
  { metric: "late_event_rate", title: "Late", render: formatRatio },
  { metric: "duplicate_rate", title: "Duplicates", render: formatRatio },
  { metric: "out_of_sequence_rate", title: "Out of sequence", render: formatRatio },
  { metric: "rejected_rate", title: "Refused", render: formatRatio },
] as const;

/** IntakePanel shows how well each source sends: lag, late, repeated, disordered and refused events; the slowest first. */
export function IntakePanel(): ReactNode {
  const { filter, range, timeZone } = useWorkspace();
  const query = useQuery(
    metricsQuery(
      { metrics: figures.map(({ metric }) => metric), groupBy: ["SOURCE"], filter, range, timeZone },
      { everyMs: 15_000 },
    ),
  );
  return (
    <Panel
      title="How sources send"
      note="of events of the range, the slowest first"
      span={6}
      tools={{
        id: "intake",
        fileName: "intake by source",
        table: () => (query.data === undefined ? null : buildTable(query.data)),
        why: writeWhy({ metric: "ingest_lag_p95", filter }),
      }}
    >
      <QueryFrame
        query={query}
        what="the sources"
        skeleton={<SkeletonRows rows={8} height={30} />}
        isEmpty={(data) => data.groups.length === 0}
        empty={<EmptyNote title="No event came in the range.">Choose a longer range above.</EmptyNote>}
      >
        {(data) => (
          <div className={table.scroll} tabIndex={0} role="group" aria-label="How sources send">
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Source</th>
                  {figures.map(({ title }) => (
                    <th key={title} scope="col" className={table.number}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {listGroups(data).map((group) => (
                  <tr key={findGroupId(group.key, "SOURCE")}>
                    <td>{findGroupId(group.key, "SOURCE") || "unknown"}</td>
                    {figures.map(({ metric, title, render }) => (
                      <td key={metric} className={table.number}>
                        <Figure
                          figure={findFigure(group.values, metric)}
                          render={render}
                          label={`${title}, ${findGroupId(group.key, "SOURCE")}`}
                          of={{ key: group.key }}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryFrame>
    </Panel>
  );
}

function listGroups(data: MetricAnswer): MetricAnswer["groups"] {
  const lag = (group: MetricAnswer["groups"][number]): number =>
    findFigure(group.values, "ingest_lag_p95")?.value ?? -1;
  return [...data.groups].sort((a, b) => lag(b) - lag(a));
}

function renderSeconds(seconds: number): string {
  return formatDuration(seconds < 10 ? seconds : Math.round(seconds));
}

function buildTable(data: MetricAnswer): PanelTable {
  return {
    columns: [{ title: "Source" }, ...figures.map(({ title }) => ({ title, isNumber: true }))],
    rows: listGroups(data).map((group) => [
      findGroupId(group.key, "SOURCE"),
      ...figures.map(({ metric, render }) => buildFigureCell(findFigure(group.values, metric), render)),
    ]),
  };
}
