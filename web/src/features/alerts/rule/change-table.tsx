import type { ReactNode } from "react";
import table from "../../../ui/table.module.css";
import type { DraftChange } from "../definition/compare-drafts.js";
import { describeChange } from "./describe-change.js";
import classes from "./rule.module.css";

interface ChangeTableProps {
  readonly changes: readonly DraftChange[];
  readonly unit: string;
  readonly label: string;
}

/** ChangeTable shows differences of a rule field by field: what it was, and what it is. */
export function ChangeTable({ changes, unit, label }: ChangeTableProps): ReactNode {
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={`${table.table} ${classes.changes}`}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const { field, before, after } = describeChange(change, unit);
            return (
              <tr key={change.field}>
                <td>{field}</td>
                <td>
                  <del>{before}</del>
                </td>
                <td>
                  <ins>{after}</ins>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
