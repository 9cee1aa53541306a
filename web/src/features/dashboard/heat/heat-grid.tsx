import type { CSSProperties, ReactNode } from "react";
import { formatNullReason } from "../../../format/format-null-reason.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import classes from "./heat.module.css";
import type { HeatCell, HeatRow, HeatTable } from "./shape-heat-table.js";

interface HeatGridProps {
  readonly panel: PanelDefinition;
  readonly table: HeatTable;
  readonly unit: string;
}

/** HeatGrid draws a heat table: the target stands in brackets behind each name, what misses it has colour, a square and weight. */
export function HeatGrid(props: HeatGridProps): ReactNode {
  const { rows, columns } = props.table;
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label={props.panel.title}>
      <table className={`${table.table} ${classes.heat}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Name and target</span>
            </th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col" className={table.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <span className={table.name}>
                  <GroupName groupKey={row.key} opens={props.panel.opens} />
                  {row.target === null ? null : (
                    <span className={classes.target}>[{formatFigure(row.target, { unit: props.unit })}]</span>
                  )}
                </span>
              </td>
              {row.cells.map((cell, index) => (
                <Cell key={cell.column} row={row} cell={cell} title={columns[index]?.title ?? ""} grid={props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: { row: HeatRow; cell: HeatCell; title: string; grid: HeatGridProps }): ReactNode {
  const { row, cell, grid } = props;
  const { filter } = usePanelQuestion(grid.panel);
  const { figure, miss } = cell;
  if (figure === undefined || figure.value === null)
    return (
      <td
        className={`${table.number} ${classes.none}`}
        data-tip={figure === undefined ? "nothing here" : formatNullReason(figure.nullReason)}
      >
        <StateShape state="none" /> no data
      </td>
    );
  // NOTE: React's CSSProperties do not know custom properties; this is one.
  const style = { "--miss": `${Math.round(8 + (miss ?? 0) * 26)}%` } as CSSProperties;
  const isMissed = miss !== null && miss > 0;
  return (
    <td className={table.number} data-missed={isMissed ? "" : undefined} style={isMissed ? style : undefined}>
      {isMissed ? <StateShape state="late" label="misses its target" /> : null}{" "}
      <Figure
        figure={{ ...figure, previous: null }}
        render={(value) => formatFigure(value, figure)}
        label={`${row.name}, ${props.title}`}
        of={{
          filter,
          key: cell.key.length === 0 ? row.key : cell.key,
          ...(cell.period === null ? {} : { range: { kind: "fixed", ...cell.period } }),
        }}
      />
    </td>
  );
}
