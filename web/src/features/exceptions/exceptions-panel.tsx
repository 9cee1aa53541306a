import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatCount } from "../../format/format-number.js";
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
import { shapeExceptions } from "./shape-exceptions.js";

const shownAtMost = 8;

/** ExceptionsPanel shows open exceptions by class, most open first. */
export function ExceptionsPanel(): ReactNode {
  const { filter, range, timeZone } = useWorkspace();
  const query = useQuery(exceptionsQuery({ filter, range, timeZone }));
  const rows = query.data === undefined ? [] : shapeExceptions(query.data);
  const open = rows.reduce((sum, row) => sum + (row.open?.value ?? 0), 0);
  return (
    <Panel
      title="Exceptions"
      note={query.data === undefined ? "" : `${formatCount(open)} open, by class`}
      span={5}
      tools={{
        id: "exceptions",
        fileName: "exceptions by class",
        table: () => (query.data === undefined ? null : buildExceptionTable(rows)),
        why: writeWhy({ metric: "exceptions_open", filter }),
      }}
    >
      <QueryFrame
        query={query}
        what="the exceptions"
        skeleton={<SkeletonRows rows={6} height={32} />}
        isEmpty={() => rows.length === 0}
        empty={<EmptyNote title="No exception in this range.">None is open and none was raised.</EmptyNote>}
      >
        {(answer) => (
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
                <tr key={row.name}>
                  <td>
                    <span className={table.name}>
                      <StateShape state={(row.open?.value ?? 0) > 0 ? "risk" : "ok"} />
                      {row.name === "" ? "Without a class" : formatCode(row.name)}
                    </span>
                  </td>
                  <td className={table.number}>
                    <Figure
                      figure={row.open}
                      render={formatCount}
                      label={`Open, ${row.name}`}
                      of={{ key: row.key }}
                      asOf={answer.asOf}
                      timeZone={timeZone}
                      tone="strong"
                    />
                  </td>
                  <td className={table.number}>
                    <Figure
                      figure={row.raised}
                      render={formatCount}
                      label={`Raised, ${row.name}`}
                      of={{ key: row.key }}
                      asOf={answer.asOf}
                      timeZone={timeZone}
                      tone="dim"
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryFrame>
    </Panel>
  );
}
