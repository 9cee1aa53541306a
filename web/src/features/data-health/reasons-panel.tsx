import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { writeWhy } from "../../metrics/why-question.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { rejectedReasonsQuery, type RejectedReason } from "./rejected-query.js";
import type { RejectedSearch } from "./rejected-search.js";
import { rejectionWords } from "./rejection-words.js";

/** RejectedChange sets parts of the address of the list of refused events. */
export type RejectedChange = { readonly [name in keyof RejectedSearch]?: string | undefined };

interface ReasonsPanelProps {
  readonly search: RejectedSearch;
  readonly onChange: (change: RejectedChange) => void;
}

/** ReasonsPanel says why events are refused, by source, most first; a row narrows the list of them. */
export function ReasonsPanel(props: ReasonsPanelProps): ReactNode {
  const { filter, range } = useWorkspace();
  const query = useQuery(rejectedReasonsQuery({ filter, range }));
  const total = (query.data ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title="Why events are refused"
      note={query.data === undefined ? "" : `${formatCount(total)} received in the range are refused still`}
      span={6}
      tools={{
        id: "reasons",
        fileName: "refused events by reason",
        table: () => (query.data === undefined ? null : buildTable(query.data)),
        why: writeWhy({ metric: "rejected_rate", filter }),
      }}
    >
      <QueryFrame
        query={query}
        what="the reasons"
        skeleton={<SkeletonRows rows={8} height={30} />}
        isEmpty={(data) => data.length === 0}
        empty={
          <EmptyNote title="No event of this range is refused.">
            What is refused is kept with its reason, shown here and can be replayed.
          </EmptyNote>
        }
      >
        {(data) => <Reasons {...props} data={data} />}
      </QueryFrame>
    </Panel>
  );
}

function Reasons(props: ReasonsPanelProps & { data: readonly RejectedReason[] }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(30_000);
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Why events are refused">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Source</th>
            <th scope="col" className={table.number}>
              Events
            </th>
            <th scope="col" className={table.number}>
              Newest
            </th>
          </tr>
        </thead>
        <tbody>
          {props.data.map((row) => {
            const own = { reason: row.reason.toLowerCase(), of: row.source ?? undefined };
            const isChosen = props.search.reason === own.reason && props.search.of === own.of;
            const newest = new Date(row.newestAt);
            return (
              <tr key={`${row.reason} ${row.source ?? ""}`}>
                <td>
                  <button
                    type="button"
                    className={table.pick}
                    aria-pressed={isChosen}
                    onClick={() => props.onChange(isChosen ? { reason: undefined, of: undefined } : own)}
                  >
                    {rejectionWords[row.reason]}
                  </button>
                </td>
                <td className={table.clip}>{row.source ?? "not readable"}</td>
                <td className={table.number}>{formatCount(row.count)}</td>
                <td className={`${table.number} ${table.dim}`} data-tip={formatInstantExact(newest, timeZone)}>
                  {formatInstant(newest, timeZone, now)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function buildTable(data: readonly RejectedReason[]) {
  return {
    columns: [{ title: "Reason" }, { title: "Source" }, { title: "Events", isNumber: true }, { title: "Newest" }],
    rows: data.map((row) => [
      ...[rejectionWords[row.reason], row.source ?? ""],
      { value: row.count, unit: "" },
      { at: row.newestAt },
    ]),
  };
}
