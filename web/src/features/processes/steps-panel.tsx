import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { buildStepTable } from "./build-process-tables.js";
import type { ProcessLinks } from "./process-links.js";
import type { ProcessReport } from "./process-query.js";
import classes from "./processes.module.css";

type StepRow = ProcessReport["stepFigures"][number];

const heads = ["Share of all time", "Runs", "Work, median", "Wait, median", "Done again", "Failed"] as const;

/** StepsPanel says where the time goes: the share of each step, its work and wait, what is done again and what fails. */
export function StepsPanel(props: { report: ProcessReport; links: ProcessLinks }): ReactNode {
  const { report } = props;
  const rows = [...report.stepFigures].sort((a, b) => (b.shareOfAll ?? 0) - (a.shareOfAll ?? 0));
  const again = report.cases === 0 ? 0 : report.casesWithRepeats / report.cases;
  return (
    <Panel
      title="Where time goes"
      span={8}
      note={`${formatRatio(again)} of runs did some step again`}
      tools={{ id: "steps", fileName: "process steps", table: () => buildStepTable(report) }}
    >
      {rows.length === 0 ? (
        <EmptyNote title="No step was reported.">
          Send step.finished events to see where the time of runs goes.
        </EmptyNote>
      ) : (
        <div className={table.scroll} tabIndex={0} role="group" aria-label="Where time goes">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Step</th>
                {heads.map((head) => (
                  <th key={head} scope="col" className={table.number}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.step} row={row} links={props.links} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row(props: { row: StepRow; links: ProcessLinks }): ReactNode {
  const { row, links } = props;
  return (
    <tr>
      <td>
        <span className={table.name}>
          {row.isBottleneck ? <StateShape state="risk" label="bottleneck" /> : null}
          {row.step}
          {row.isBottleneck ? <span className={table.dim}>takes the most time</span> : null}
        </span>
        <span className={classes.bar} aria-hidden="true">
          <i style={{ width: `${100 * Math.min(1, row.shareOfAll ?? 0)}%` }} />
        </span>
      </td>
      <td className={`${table.number} ${table.strong}`}>
        {row.shareOfAll === null ? "–" : formatRatio(row.shareOfAll)}
      </td>
      <td className={table.number} data-tip={`${formatCount(row.times)} times`}>
        <Link className={table.link ?? ""} to={links.hrefOf({ has: row.step })}>
          {formatCount(row.cases)}
        </Link>
      </td>
      <td className={table.number} data-tip={tip(row.workP95)}>
        {render(row.workP50)}
      </td>
      <td className={table.number} data-tip={tip(row.waitP95)}>
        {render(row.waitP50)}
      </td>
      <td className={table.number}>
        {row.reworkedCases === 0 ? (
          <span className={table.dim}>–</span>
        ) : (
          <Link className={table.link ?? ""} to={links.hrefOf({ repeats: row.step })}>
            {formatCount(row.reworkedCases)}
          </Link>
        )}
      </td>
      <td className={table.number} data-tip={`${formatCount(row.failures)} of ${formatCount(row.times)}`}>
        {row.failureRate === null || row.failureRate === 0 ? (
          <span className={table.dim}>–</span>
        ) : (
          formatRatio(row.failureRate)
        )}
      </td>
    </tr>
  );
}

function render(seconds: number | null): string {
  return seconds === null ? "–" : formatDuration(seconds < 10 ? seconds : Math.round(seconds));
}

function tip(p95: number | null): string | undefined {
  return p95 === null ? undefined : `95 of 100 within ${render(p95)}`;
}
