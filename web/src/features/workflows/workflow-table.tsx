import { useState, type ReactNode } from "react";
import type { ScopeFilterInput } from "../../graphql/operations.js";
import { HeldNote } from "../../ui/held-note.js";
import table from "../../ui/table.module.css";
import { useSettledOrder } from "../../ui/use-settled-order.js";
import type { WorkflowRow } from "./workflow-row.js";
import { WorkflowTableRow } from "./workflow-table-row.js";

interface WorkflowTableProps {
  readonly rows: readonly WorkflowRow[];
  readonly lines: Readonly<Record<string, readonly (number | null)[]>>;
  readonly each: string;
  readonly filter: ScopeFilterInput;
  readonly hasManyClients: boolean;
  readonly selected: string | null;
  /** onSelect makes names choose a workflow for the chart; without it they lead to the workflow's runs. */
  readonly onSelect?: (key: string) => void;
}

const shownAtFirst = 12;
const noLine: readonly null[] = [];
const numbers = ["Kept", "p95"] as const;
const moreNumbers = ["Open", "Overdue", "Failed", "Coverage"] as const;

/** WorkflowTable lists workflows worst first; the order holds still while somebody points at it. */
export function WorkflowTable(props: WorkflowTableProps): ReactNode {
  const [isAll, setAll] = useState(false);
  const { rows, hold, waiting, show } = useSettledOrder(props.rows, (row) => row.key);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Workflows" {...hold}>
        <HeldNote waiting={waiting} onShow={show} />
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Workflow</th>
              <th scope="col" data-wide="">
                Runs {props.each}
              </th>
              {numbers.map((title) => (
                <Head key={title} title={title} />
              ))}
              <th scope="col" data-wide="">
                of limit
              </th>
              {moreNumbers.map((title) => (
                <Head key={title} title={title} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <WorkflowTableRow
                key={row.key}
                row={row}
                line={props.lines[row.key] ?? noLine}
                filter={props.filter}
                showsClient={props.hasManyClients}
                isSelected={row.key === props.selected}
                {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length <= shownAtFirst ? null : (
        <button type="button" className={table.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? "Show the worst only" : `Show all ${rows.length}`}
        </button>
      )}
    </>
  );
}

function Head(props: { title: string }): ReactNode {
  return (
    <th scope="col" className={table.number}>
      {props.title}
    </th>
  );
}
