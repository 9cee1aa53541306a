import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstantExact } from "../../format/format-instant.js";
import { formatMoney, formatMoneyExact } from "../../format/format-money.js";
import { moveRowFocus } from "../../ui/move-row-focus.js";
import { StateShape, type State } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useSettledOrder } from "../../ui/use-settled-order.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import type { ExceptionItem } from "./exception-list-query.js";
import classes from "./exception-list.module.css";
import { SeverityBar } from "./severity-bar.js";
import { SeverityParts } from "./severity-parts.js";

interface ExceptionTableProps {
  readonly items: readonly ExceptionItem[];
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

const columns = ["Severity", "What", "Where", "Open for", "Alike", "Money", "Run"] as const;
const numbers: ReadonlySet<string> = new Set(["Open for", "Alike", "Money"]);

/** ExceptionTable lists exceptions; the severity of a row opens what it is made of. The order holds still while somebody points at it. */
export function ExceptionTable(props: ExceptionTableProps): ReactNode {
  const { rows, hold } = useSettledOrder(props.items, keyOf);
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Exceptions" {...hold} onKeyDown={moveRowFocus}>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numbers.has(column) ? table.number : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <Row
              key={keyOf(item)}
              item={item}
              isOpen={props.open === keyOf(item)}
              onToggle={() => props.onOpen(props.open === keyOf(item) ? undefined : keyOf(item))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { item: ExceptionItem; isOpen: boolean; onToggle: () => void }): ReactNode {
  const { names, timeZone, hasManyClients } = useWorkspace();
  const { item, isOpen } = props;
  const where = [
    item.store === null ? "" : names.store(item.client, item.store),
    item.partner === null ? "" : names.partner(item.client, item.partner),
    item.channel === null ? "" : names.channel(item.client, item.channel),
    hasManyClients ? names.client(item.client) : "",
  ].filter((part) => part !== "");
  const raised = item.raisedAt === null ? undefined : formatInstantExact(new Date(item.raisedAt), timeZone);
  return (
    <Fragment>
      <tr>
        <td>
          <button
            type="button"
            className={classes.score}
            data-row=""
            aria-expanded={isOpen}
            aria-label={`Severity ${Math.round(item.severity)} of 100, what it is made of`}
            onClick={props.onToggle}
          >
            <StateShape state={chooseState(item)} />
            <b>{Math.round(item.severity)}</b>
            <SeverityBar parts={item.severityParts} />
          </button>
        </td>
        <td>
          {formatCode(item.class)}
          <span className={classes.message} data-tip={item.message ?? undefined}>
            {item.message}
          </span>
        </td>
        <td data-tip={where.join(", ")}>
          <span className={classes.where}>{where.join(", ")}</span>
        </td>
        <td className={table.number} data-tip={raised}>
          {item.ageSeconds === null ? "–" : formatDuration(Math.round(item.ageSeconds))}
          {item.state === "RESOLVED" ? <span className={classes.message}>resolved</span> : null}
        </td>
        <td className={`${table.number} ${table.dim}`} data-tip={describeAlike(item)}>
          {item.alike.open}
        </td>
        <td className={table.number} data-tip={item.money === null ? undefined : formatMoneyExact(item.money)}>
          {item.money === null ? "–" : formatMoney(item.money)}
        </td>
        <td data-tip={item.run ?? undefined}>
          <span className={classes.run}>
            <RunLink item={item} />
          </span>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns.length}>
            <SeverityParts item={item} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function RunLink(props: { item: ExceptionItem }): ReactNode {
  const { client, workflow, run } = props.item;
  if (run === null) return <span className={table.dim}>–</span>;
  // A source that names a run without its workflow leaves it to be looked for.
  if (workflow === null)
    return (
      <Link className={table.link ?? ""} to="/runs" search={{ find: run }}>
        find {run}
      </Link>
    );
  return (
    <Link className={table.link ?? ""} to="/runs/$client/$workflow/$run" params={{ client, workflow, run }}>
      {run}
    </Link>
  );
}

function keyOf(item: ExceptionItem): string {
  return `${item.client}/${item.id}`;
}

function chooseState(item: ExceptionItem): State {
  if (item.state === "RESOLVED") return "ok";
  // As the number is shown, so that 50 never stands beside the shape of 49.
  return Math.round(item.severity) >= 50 ? "late" : "risk";
}

function describeAlike({ alike }: ExceptionItem): string {
  return `${alike.open} of this class are open at this client, in ${alike.stores} ${alike.stores === 1 ? "store" : "stores"}`;
}
