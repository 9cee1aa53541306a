import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { renderReportPeriod, renderReportState, renderSize } from "./render-report.js";
import { cancelReport, type ReportRow } from "./reports-query.js";
import classes from "./reports.module.css";
import { RestatementList } from "./restatement-list.js";

interface ReportListProps {
  readonly reports: readonly ReportRow[];
  readonly timeZone: string;
  readonly now: Date;
  /** open is the report whose restatement is shown. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** ReportList lists reports, newest first: how far each is, its files, and what was restated since. */
export function ReportList(props: ReportListProps): ReactNode {
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: cancelReport,
    onSettled: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Reports">
      <p role="alert" className={classes.fault}>
        {cancel.error === null ? "" : cancel.error.message}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Period</th>
            <th scope="col">State</th>
            <th scope="col">Asked for</th>
            <th scope="col">Data as of</th>
            <th scope="col">Files</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.reports.map((report) => (
            <Fragment key={report.id}>
              <ReportLine
                {...props}
                report={report}
                isBusy={cancel.isPending}
                onCancel={() => cancel.mutate(report.id)}
              />
              {props.open === report.id ? (
                <tr>
                  <td colSpan={7} className={classes.below}>
                    <RestatementList report={report} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ReportLineProps extends Omit<ReportListProps, "reports"> {
  readonly report: ReportRow;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}

function ReportLine({ report, timeZone, now, open, onOpen, isBusy, onCancel }: ReportLineProps): ReactNode {
  const { words, shape } = renderReportState(report);
  const isOpen = open === report.id;
  const instant = (at: string | null): ReactNode =>
    at === null ? (
      "–"
    ) : (
      <span data-tip={formatInstantExact(new Date(at), timeZone)}>{formatInstant(new Date(at), timeZone, now)}</span>
    );
  return (
    <tr>
      <td className={table.strong}>{report.clientTitle}</td>
      <td data-tip={`Days of ${report.timeZone}`}>{renderReportPeriod(report)}</td>
      <td>
        <span className={table.name}>
          <StateShape state={shape} />
          {words}
        </span>
        {report.state === "RUNNING" ? (
          <progress
            className={classes.progress}
            value={report.progress}
            aria-label={`Report on ${report.clientTitle}`}
          />
        ) : null}
      </td>
      <td className={table.dim}>{instant(report.requestedAt)}</td>
      <td className={table.dim}>{instant(report.asOf)}</td>
      <td>
        <span className={classes.files}>
          {report.files.map((file) => (
            <a
              key={file.name}
              href={file.path}
              download={file.name}
              className={classes.file}
              data-tip={`SHA-256 ${file.sha256}`}
            >
              {file.format} <small>{renderSize(file.size)}</small>
              <span className="visually-hidden">
                {" "}
                of {report.clientTitle}, {renderReportPeriod(report)}
              </span>
            </a>
          ))}
        </span>
      </td>
      <td className={table.number}>
        {report.mayCancel ? (
          <button type="button" className={table.pick} disabled={isBusy} onClick={onCancel}>
            Cancel
          </button>
        ) : report.state === "DONE" ? (
          <button
            type="button"
            className={table.pick}
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : report.id)}
          >
            Restated since?
          </button>
        ) : null}
      </td>
    </tr>
  );
}
