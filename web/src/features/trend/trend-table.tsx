import type { ReactNode } from "react";
import type { TimeChartData } from "../../charts/time-chart-data.js";
import table from "../../ui/table.module.css";

/** TrendTable is the chart in words, newest first. */
export function TrendTable(props: { data: TimeChartData; height: number }): ReactNode {
  return (
    <div
      style={{ height: props.height, overflowY: "auto" }}
      tabIndex={0}
      role="group"
      aria-label="The chart as a table"
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Value</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {[...props.data.points].reverse().map((point) => (
            <tr key={point.at}>
              <td>{point.lines[0]}</td>
              <td>{point.lines[1]}</td>
              <td className={table.dim}>{point.lines.slice(2).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
