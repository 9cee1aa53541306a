import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { useNow } from "../../time-range/use-now.js";
import { EmptyNote } from "../../ui/empty-note.js";
import filters from "../../ui/filters.module.css";
import { MoreButton } from "../../ui/more-button.js";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./data-health.module.css";
import type { RejectedChange } from "./reasons-panel.js";
import { rejectedPagesQuery, type RejectedPage } from "./rejected-query.js";
import { readReason, type RejectedSearch } from "./rejected-search.js";
import { rejectionWords } from "./rejection-words.js";
import { ReplayBox } from "./replay-box.js";

type Rejected = RejectedPage["nodes"][number];

/** RejectedPanel lists refused events, each with what is wrong and, where the role may, its payload; administrators have them replayed. */
export function RejectedPanel(props: {
  search: RejectedSearch;
  onChange: (change: RejectedChange) => void;
}): ReactNode {
  const { filter, range } = useWorkspace();
  const { search, onChange } = props;
  const query = useInfiniteQuery(rejectedPagesQuery({ search, filter, range }));
  const count = query.data?.pages[0]?.totalCount;
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const reason = readReason(search.reason);
  return (
    <Panel
      title="Refused events"
      note={count === undefined ? "" : `${formatCount(count)}, the newest first`}
      tools={{
        id: "refused",
        fileName: "refused events",
        table: () => (query.data === undefined ? null : buildTable(rows)),
      }}
    >
      {reason === null && search.of === undefined ? null : (
        <div className={filters.filters}>
          {reason === null ? null : (
            <button
              type="button"
              onClick={() => onChange({ reason: undefined })}
              aria-label="Remove the filter on the reason"
            >
              {rejectionWords[reason]} ×
            </button>
          )}
          {search.of === undefined ? null : (
            <button
              type="button"
              onClick={() => onChange({ of: undefined })}
              aria-label="Remove the filter on the source"
            >
              {search.of} ×
            </button>
          )}
        </div>
      )}
      {count === undefined || count === 0 ? null : <ReplayBox search={search} count={count} />}
      <QueryFrame
        query={query}
        what="the refused events"
        skeleton={<SkeletonRows rows={8} height={44} />}
        isEmpty={() => rows.length === 0}
        empty={<EmptyNote title="None.">No event received in the range is refused still.</EmptyNote>}
      >
        {() => (
          <>
            <ul>
              {rows.map((row) => (
                <RejectedRow key={`${row.request} ${row.position}`} row={row} />
              ))}
            </ul>
            <MoreButton query={query} count={25} />
          </>
        )}
      </QueryFrame>
    </Panel>
  );
}

function RejectedRow(props: { row: Rejected }): ReactNode {
  const { timeZone, names } = useWorkspace();
  const { row } = props;
  const now = useNow(60_000);
  const received = new Date(row.receivedAt);
  const from = [row.source, row.client === null ? null : names.client(row.client), row.sentBy].filter(
    (part) => part !== null,
  );
  return (
    <li className={classes.reject}>
      <details>
        <summary>
          <b>{rejectionWords[row.reason]}</b>
          <span>
            {row.field === null || row.detail.startsWith(row.field) ? "" : `${row.field}: `}
            {row.detail}
            <br />
            <small>{from.join(", ")}</small>
          </span>
          <small data-tip={formatInstantExact(received, timeZone)}>{formatInstant(received, timeZone, now)}</small>
        </summary>
        {row.payload === null ? (
          <p>Your role does not see payloads. It has {formatCount(row.payloadBytes)} bytes.</p>
        ) : (
          <pre tabIndex={0} aria-label="Payload as it came">
            {row.payload}
            {row.payloadBytes > row.payload.length ? `\n… of ${formatCount(row.payloadBytes)} bytes` : ""}
          </pre>
        )}
      </details>
    </li>
  );
}

function buildTable(rows: readonly Rejected[]): PanelTable {
  const titles = ["Received", "Reason", "Field", "Detail", "Client", "Source", "Store", "Id", "Sent by", "Payload"];
  return {
    columns: titles.map((title) => ({ title })),
    rows: rows.map((row) => [
      { at: row.receivedAt },
      ...[rejectionWords[row.reason], row.field ?? "", row.detail, row.client ?? "", row.source ?? ""],
      ...[row.store ?? "", row.id ?? "", row.sentBy ?? "", row.payload ?? ""],
    ]),
  };
}
