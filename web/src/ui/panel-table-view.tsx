import type { ReactNode } from "react";
import { formatInstantExact } from "../format/format-instant.js";
import { formatExact } from "../format/format-number.js";
import { useWorkspace } from "../workspace/workspace-context.js";
import { EmptyNote } from "./empty-note.js";
import type { PanelTable, TableCell } from "./panel-tools.js";
import classes from "./panel.module.css";
import table from "./table.module.css";

/** PanelTableView is a panel as plain rows; numbers as people read them, the exact ones on pointing. */
export function PanelTableView(props: { table: PanelTable | null; title: string }): ReactNode {
  const { timeZone } = useWorkspace();
  if (props.table === null || props.table.rows.length === 0)
    return <EmptyNote title="There are no rows.">Choose a longer range or a wider scope above.</EmptyNote>;
  const { columns, rows } = props.table;
  return (
    <div className={classes.rows} tabIndex={0} role="group" aria-label={`${props.title} as a table`}>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.isNumber === true ? table.number : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, place) => (
                <Cell key={column.title} cell={row[place] ?? ""} isNumber={column.isNumber === true} zone={timeZone} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: { cell: TableCell; isNumber: boolean; zone: string }): ReactNode {
  const { cell, zone } = props;
  const className = props.isNumber ? table.number : undefined;
  if (typeof cell === "string") return <td className={className}>{cell}</td>;
  if ("at" in cell) return <td className={className}>{formatInstantExact(new Date(cell.at), zone)}</td>;
  if (cell.value === null)
    return (
      <td className={`${className ?? ""} ${table.dim}`} data-tip={cell.reason}>
        n/a<span className="visually-hidden">: {cell.reason}</span>
      </td>
    );
  const exact = `${formatExact(cell.value)}${cell.unit === "" ? "" : ` ${cell.unit}`}`;
  return (
    <td className={className} data-tip={exact}>
      {cell.text ?? exact}
    </td>
  );
}
