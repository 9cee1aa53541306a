import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatMoneyExact, formatMoneyList } from "../../format/format-money.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { exceptionClassesQuery, type ExceptionClass } from "./exception-list-query.js";
import classes from "./exception-list.module.css";
import type { ExceptionChange } from "./exception-filters.js";
import type { ExceptionSearch } from "./exception-search.js";

/** ClassPanel shows which few classes make most of the exceptions; a class narrows the list. */
export function ClassPanel(props: { search: ExceptionSearch; onChange: (change: ExceptionChange) => void }): ReactNode {
  const { filter, range } = useWorkspace();
  const query = useQuery(exceptionClassesQuery({ search: props.search, filter, range }));
  const total = (query.data ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title="By class"
      span={3}
      note={query.data === undefined ? "" : `${formatCount(total)} in ${query.data.length} classes`}
      tools={{
        id: "classes",
        fileName: "exceptions by class",
        table: () => (query.data === undefined ? null : buildClassTable(query.data)),
      }}
    >
      <QueryFrame
        query={query}
        what="the classes"
        skeleton={<SkeletonRows rows={6} height={44} />}
        isEmpty={(data) => data.length === 0}
        empty={<EmptyNote title="No exception.">Nothing that fits was raised.</EmptyNote>}
      >
        {(data) => <ClassTable {...props} data={data} total={total} />}
      </QueryFrame>
    </Panel>
  );
}

function ClassTable(props: {
  search: ExceptionSearch;
  onChange: (change: ExceptionChange) => void;
  data: readonly ExceptionClass[];
  total: number;
}): ReactNode {
  const most = Math.max(1, ...props.data.map(({ count }) => count));
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Exceptions by class">
      <table className={`${table.table} ${classes.classes}`}>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" className={table.number}>
              Count
            </th>
            <th scope="col" className={table.number} data-tip="This class and those above it, of all">
              Together
            </th>
          </tr>
        </thead>
        <tbody>
          {addUp(props.data).map(({ row, upTo }) => (
            <tr key={row.class}>
              <td>
                <button
                  type="button"
                  className={table.pick}
                  aria-pressed={props.search.class === row.class}
                  onClick={() => props.onChange({ class: props.search.class === row.class ? undefined : row.class })}
                >
                  {formatCode(row.class)}
                </button>
                <span className={classes.money} data-tip={formatMoneyList(row.money, formatMoneyExact) || undefined}>
                  {formatMoneyList(row.money) || "no money named"}
                </span>
                <span className={classes.share} aria-hidden="true">
                  <i style={{ width: `${(100 * row.count) / most}%` }} />
                </span>
              </td>
              <td className={table.number} data-tip={`in ${row.stores} ${row.stores === 1 ? "store" : "stores"}`}>
                {formatCount(row.count)}
              </td>
              <td className={`${table.number} ${table.dim}`}>{formatRatio(upTo / Math.max(1, props.total))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function addUp(data: readonly ExceptionClass[]): readonly { row: ExceptionClass; upTo: number }[] {
  return data.map((row, index) => ({
    row,
    upTo: data.slice(0, index + 1).reduce((sum, { count }) => sum + count, 0),
  }));
}

function buildClassTable(data: readonly ExceptionClass[]): PanelTable {
  return {
    columns: [
      { title: "Class" },
      { title: "Count", isNumber: true },
      { title: "Stores", isNumber: true },
      { title: "Amount", isNumber: true },
      { title: "Currency" },
    ],
    rows: data.flatMap((row) =>
      (row.money.length === 0 ? [null] : row.money).map((money) => [
        formatCode(row.class),
        { value: row.count, unit: "" },
        { value: row.stores, unit: "" },
        money === null ? "" : { value: money.amount, unit: money.currency, text: formatMoneyExact(money) },
        money?.currency ?? "",
      ]),
    ),
  };
}
