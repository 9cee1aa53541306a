import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDay } from "../../format/format-instant.js";
import { formatCount } from "../../format/format-number.js";
import { renderFigureValue } from "../../metrics/render-figure-value.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import type { ReportRow } from "./reports-query.js";
import { restatementQuery } from "./reports-query.js";
import classes from "./reports.module.css";

/** RestatementList says which figures of a report would be others now; the report itself stays as it is. */
export function RestatementList(props: { report: ReportRow }): ReactNode {
  const query = useQuery(restatementQuery(props.report.id));
  return (
    <QueryFrame query={query} what="the restatement" skeleton={<SkeletonRows rows={2} height={24} />}>
      {(answer) =>
        answer.__typename === "ReportRefused" ? (
          <p className={classes.words}>{answer.message}</p>
        ) : answer.count === 0 ? (
          <p className={classes.words}>Nothing has been restated: each figure would be the same today.</p>
        ) : (
          <div className={table.scroll} tabIndex={0} role="group" aria-label="Figures that were restated">
            <p className={classes.words}>
              {formatCount(answer.count)} figures were restated since, by late events, corrections or changed promises.
            </p>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Figure</th>
                  <th scope="col">Of</th>
                  <th scope="col" className={table.number}>
                    Reported
                  </th>
                  <th scope="col" className={table.number}>
                    Today
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.changes.map((change) => (
                  <tr key={[change.section, change.item, change.metric, change.currency, change.at].join(" ")}>
                    <td>{change.metricTitle}</td>
                    <td className={table.dim}>
                      {[
                        change.section,
                        change.item,
                        change.at === null ? "" : formatDay(new Date(change.at), props.report.timeZone),
                      ]
                        .filter((text) => text !== "")
                        .join(", ")}
                    </td>
                    <td className={table.number}>
                      {change.reported === null ? "n/a" : renderFigureValue(change.reported, change)}
                    </td>
                    <td className={table.number}>
                      {change.current === null ? "n/a" : renderFigureValue(change.current, change)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </QueryFrame>
  );
}
