import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCode } from "../../../format/format-code.js";
import { formatInstant } from "../../../format/format-instant.js";
import { readClock } from "../../../time-range/read-clock.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { chooseDashboardPath } from "./choose-dashboard-path.js";
import { dashboardsQuery, type DashboardRow } from "./dashboards-query.js";

/** DashboardList lists the dashboards that the person may open, by title. */
export function DashboardList(): ReactNode {
  const query = useQuery(dashboardsQuery);
  return (
    <Panel title="Dashboards" note={query.data === undefined ? "" : String(query.data.length)}>
      <QueryFrame
        query={query}
        what="the dashboards"
        skeleton={<SkeletonRows rows={12} height={33} />}
        isEmpty={(rows) => rows.length === 0}
        empty={<EmptyNote title="There is no dashboard.">An administrator can add one as a file.</EmptyNote>}
      >
        {(rows) => (
          <div className={table.scroll} tabIndex={0} role="group" aria-label="Dashboards">
            <table className={table.table}>
              <thead>
                <tr>
                  {["Title", "For", "What it shows", "By", "Saved"].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="visually-hidden">Definition</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryFrame>
    </Panel>
  );
}

function Row({ row }: { row: DashboardRow }): ReactNode {
  const { timeZone } = useWorkspace();
  return (
    <tr>
      <td>
        <Link className={table.link ?? ""} to={chooseDashboardPath(row.id)}>
          {row.title}
        </Link>
      </td>
      <td>{formatCode(row.audience.toLowerCase())}</td>
      <td className={table.clip} data-tip={row.description}>
        {row.description}
      </td>
      <td>{row.isSeed ? "the product" : (row.author ?? "somebody who left")}</td>
      <td>{row.isSeed ? "" : formatInstant(new Date(row.savedAt), timeZone, readClock())}</td>
      <td className={table.number}>
        <Link
          className={table.link ?? ""}
          to="/dashboards/$id/edit"
          params={{ id: row.id }}
          aria-label={`${row.mayChange ? "Edit" : "See the definition of"} ${row.title}`}
        >
          {row.mayChange ? "Edit" : "Definition"}
        </Link>
      </td>
    </tr>
  );
}
