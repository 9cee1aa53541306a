import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import table from "../../ui/table.module.css";
import type { ProcessLinks } from "./process-links.js";
import type { ProcessReport } from "./process-query.js";
import classes from "./processes.module.css";
import { renderDeviation } from "./render-deviation.js";

type Found = NonNullable<ProcessReport["conformance"]>;
type DeviationRow = Found["deviations"][number];

/** ConformancePanel compares what runs did with the steps that were declared, each way of deviating with its runs. */
export function ConformancePanel(props: { report: ProcessReport; links: ProcessLinks }): ReactNode {
  const { conformance, noConformanceReason } = props.report;
  if (conformance === null)
    return (
      <Panel title="Declared against actual" span={4}>
        <EmptyNote title="There is nothing to compare with.">
          {noConformanceReason === "DECLARED_DIFFERENTLY"
            ? "The clients in scope declare different steps. Choose one client above."
            : "Nobody declared the steps of this workflow. An administrator declares them with declareWorkflowSteps, or a network definition does."}
        </EmptyNote>
      </Panel>
    );
  return <Declared {...props} found={conformance} />;
}

function Declared(props: { report: ProcessReport; links: ProcessLinks; found: Found }): ReactNode {
  const { found, report } = props;
  return (
    <Panel
      title="Declared against actual"
      span={4}
      note={found.share === null ? "" : `${formatRatio(found.share)} of runs went as declared`}
      tools={{ id: "conformance", fileName: "process deviations", table: () => buildTable(found) }}
    >
      <p className={classes.steps} aria-label="Declared steps">
        {found.declared.map(({ step, isOptional, mayRepeat }) => (
          <span key={step} data-tip={describe(isOptional, mayRepeat)}>
            {step}
            {isOptional ? " ?" : ""}
            {mayRepeat ? " +" : ""}
          </span>
        ))}
      </p>
      {found.deviations.length === 0 ? (
        <EmptyNote title="Every run went as declared.">{formatCount(report.cases)} runs, none deviates.</EmptyNote>
      ) : (
        <table className={table.table} aria-label="Deviations">
          <thead>
            <tr>
              <th scope="col">Deviation</th>
              <th scope="col" className={table.number}>
                Runs
              </th>
              <th scope="col" className={table.number}>
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {found.deviations.slice(0, 12).map((row) => (
              <Row key={`${row.kind} ${row.step}`} row={row} links={props.links} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Row(props: { row: DeviationRow; links: ProcessLinks }): ReactNode {
  const { row, links } = props;
  const ways = { MISSING: { lacks: row.step }, EXTRA: { has: row.step }, REPEATED: { repeats: row.step } };
  // Runs are found by what they did; which of two steps came too late is told by the variants.
  const way = row.kind === "OUT_OF_ORDER" ? null : ways[row.kind];
  return (
    <tr>
      <td>
        {renderDeviation(row)}
        <span className={classes.bar} data-bad="" aria-hidden="true">
          <i style={{ width: `${100 * row.share}%` }} />
        </span>
      </td>
      <td className={table.number}>
        {way === null ? (
          formatCount(row.cases)
        ) : (
          <Link className={table.link ?? ""} to={links.hrefOf(way)}>
            {formatCount(row.cases)}
          </Link>
        )}
      </td>
      <td className={table.number}>{formatRatio(row.share)}</td>
    </tr>
  );
}

function describe(isOptional: boolean, mayRepeat: boolean): string {
  return `${isOptional ? "may be left out" : "must happen"}, ${mayRepeat ? "may happen again" : "once"}`;
}

function buildTable(found: Found): PanelTable {
  return {
    columns: [
      { title: "Deviation" },
      { title: "Step" },
      { title: "Runs", isNumber: true },
      { title: "Share", isNumber: true },
    ],
    rows: found.deviations.map((row) => [
      ...[row.kind.toLowerCase().replaceAll("_", " "), row.step],
      { value: row.cases, unit: "" },
      { value: row.share, unit: "ratio", text: formatRatio(row.share) },
    ]),
  };
}
