import { useQuery } from "@tanstack/react-query";
import { memo, type ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatCount } from "../../format/format-number.js";
import type { MetricAnswer } from "../../metrics/metrics-query.js";
import { Figure } from "../../metrics/figure.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { writeWhy } from "../../metrics/why-question.js";
import { buildExceptionTable } from "./build-exception-table.js";
import { exceptionsQuery } from "./exceptions-query.js";
import { shapeExceptions, type ExceptionRow } from "./shape-exceptions.js";

const shownAtMost = 8;

const shape = (answer: MetricAnswer) => ({ asOf: answer.asOf, rows: shapeExceptions(answer) });

/** ExceptionsPanel shows open exceptions by class, most open first. */
export function ExceptionsPanel(): ReactNode {
  const { filter, range, timeZone } = useWorkspace();
  const query = useQuery({ ...exceptionsQuery({ filter, range, timeZone }), select: shape });
  const open = (query.data?.rows ?? []).reduce((sum, row) => sum + (row.open?.value ?? 0), 0);
  return (
    <Panel
      title="Exceptions"
      note={query.data === undefined ? "" : `${formatCount(open)} open, by class`}
      span={5}
      tools={{
        id: "exceptions",
        fileName: "exceptions by class",
        table: () => (query.data === undefined ? null : buildExceptionTable(query.data.rows)),
        why: writeWhy({ metric: "exceptions_open", filter }),
      }}
    >
      <QueryFrame
        query={query}
        what="the exceptions"
        skeleton={<SkeletonRows rows={6} height={32} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyNote title="No exception in this range.">None is open and none was raised.</EmptyNote>}
      >
        {({ rows }) => (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Class</th>
                <th scope="col" className={table.number}>
                  Open
                </th>
                <th scope="col" className={table.number}>
                  Raised in range
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownAtMost).map((row) => (
                <Row key={row.name} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </QueryFrame>
    </Panel>
  );
}

/** A row that did not change is not drawn again. */
const Row = memo(function Row(props: { row: ExceptionRow }): ReactNode {
  const { row } = props;
  const of = { key: row.key };
  return (
    <tr>
      <td>
        <span className={table.name}>
          <StateShape state={(row.open?.value ?? 0) > 0 ? "risk" : "ok"} />
          {row.name === "" ? "Without a class" : formatCode(row.name)}
        </span>
      </td>
      <td className={table.number}>
        <Figure figure={row.open} render={formatCount} label={`Open, ${row.name}`} of={of} tone="strong" />
      </td>
      <td className={table.number}>
        <Figure figure={row.raised} render={formatCount} label={`Raised, ${row.name}`} of={of} tone="dim" />
      </td>
    </tr>
  );
});
