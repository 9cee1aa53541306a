import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstant } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { SeverityMark } from "../severity-mark.js";
import { listPlaces } from "./describe-incident.js";
import type { IncidentSearch } from "./incident-search.js";
import { alertWatchQuery } from "./incidents-query.js";
import { listPending, type PendingRow } from "./list-pending.js";

/** PendingTable lists what is about to fire, and what fires and is about to be over. */
export function PendingTable(props: { search: IncidentSearch }): ReactNode {
  const { filter, registry } = useWorkspace();
  const query = useQuery(alertWatchQuery);
  const regionOf = (client: string, store: string): string =>
    registry.stores.find((entry) => entry.client === client && entry.id === store)?.region ?? "";
  const rows = listPending(query.data ?? [], props.search, { scope: filter, regionOf });
  return (
    <QueryFrame
      query={query}
      what="what is pending"
      skeleton={<SkeletonRows rows={6} height={32} />}
      isEmpty={() => rows.length === 0}
      empty={
        <EmptyNote title="Nothing is pending.">
          What meets the condition of a rule waits here until it has done so for as long as the rule says.
        </EmptyNote>
      }
    >
      {() => (
        <div className={table.scroll} tabIndex={0} role="group" aria-label="Pending and recovering">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Where</th>
                <th scope="col">Severity</th>
                <th scope="col">Stands</th>
                <th scope="col" className={table.number}>
                  Value
                </th>
                <th scope="col">Since</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </QueryFrame>
  );
}

function Row(props: { row: PendingRow }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const now = useNow(30_000);
  const { row } = props;
  const { client, store, channel, partner, ...others } = row.labels;
  const places = listPlaces(
    { client: client ?? null, store: store ?? null, channel: channel ?? null, partner: partner ?? null },
    names,
  );
  const subject =
    others["workflow"] === undefined ? (others["source"] ?? "") : names.workflow(client ?? "", others["workflow"]);
  return (
    <tr>
      <td>
        <Link to="/alerts/rules/$rule" params={{ rule: row.rule }} className={table.link ?? ""}>
          {row.title}
        </Link>
      </td>
      <td>{[subject, ...places].filter((word) => word !== "").join(", ")}</td>
      <td>
        <SeverityMark severity={row.severity} />
      </td>
      <td>
        {row.isRecovering ? "recovering, fires still" : "pending"}
        {row.hasNoData ? ", no data now" : ""}
      </td>
      <td className={table.number}>{row.value}</td>
      <td className={table.dim}>{row.since === null ? "–" : formatInstant(new Date(row.since), timeZone, now)}</td>
    </tr>
  );
}
