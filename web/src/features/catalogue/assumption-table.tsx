import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatInstant } from "../../format/format-instant.js";
import { formatExact } from "../../format/format-number.js";
import type { Assumption } from "../../metrics/assumptions-query.js";
import { readClock } from "../../time-range/read-clock.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";

/** AssumptionTable lists what a metric is computed with that no event can tell, and who said so; what nobody stated says so. */
export function AssumptionTable(props: { names: readonly string[]; assumptions: readonly Assumption[] }): ReactNode {
  const { names: titles, timeZone } = useWorkspace();
  const now = readClock();
  const stated = props.assumptions.filter(({ name }) => props.names.includes(name));
  const missing = props.names.filter((name) => !stated.some((entry) => entry.name === name));
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Assumptions">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            <th scope="col" className={table.number}>
              Value
            </th>
            <th scope="col">For</th>
            <th scope="col">Stated</th>
          </tr>
        </thead>
        <tbody>
          {stated.map((entry) => (
            <tr key={`${entry.name} ${entry.client ?? ""} ${entry.effectiveAt ?? ""}`}>
              <td data-tip={entry.note === "" ? undefined : entry.note}>{entry.title}</td>
              <td className={table.number}>{renderRange(entry)}</td>
              <td>{entry.client === null ? "all clients" : titles.client(entry.client)}</td>
              <td className={table.dim}>
                {entry.effectiveAt === null
                  ? "holds unless stated"
                  : `from ${formatInstant(new Date(entry.effectiveAt), timeZone, now)} on`}
              </td>
            </tr>
          ))}
          {missing.map((name) => (
            <tr key={name}>
              <td>{formatCode(name)}</td>
              <td className={table.number}>n/a</td>
              <td>all clients</td>
              <td className={table.dim}>not stated: an administrator can</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderRange(entry: Assumption): string {
  const range =
    entry.low === entry.high ? formatExact(entry.low) : `${formatExact(entry.low)} to ${formatExact(entry.high)}`;
  return `${range} ${entry.currency ?? ""} ${entry.unit === "ratio" || entry.unit === "weight" ? "" : formatCode(entry.unit).toLowerCase()}`
    .replaceAll(/\s+/g, " ")
    .trim();
}
