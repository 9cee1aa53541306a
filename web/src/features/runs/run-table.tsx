import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { formatMoney, formatMoneyExact } from "../../format/format-money.js";
import { HeldNote } from "../../ui/held-note.js";
import { moveRowFocus } from "../../ui/move-row-focus.js";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { useSettledOrder } from "../../ui/use-settled-order.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { describeRun } from "./describe-run.js";
import { renderRunName } from "./render-run-name.js";
import type { RunRow } from "./runs-query.js";

interface RunTableProps {
  readonly runs: readonly RunRow[];
  readonly label: string;
  readonly now: Date;
  readonly showsStore: boolean;
  /** tieOf says how a run belongs to the one looked at. */
  readonly tieOf?: (run: RunRow) => string;
  /** order is what the list is ordered by, as its address says; with onOrder the heads of the columns choose it. */
  readonly order?: string | undefined;
  readonly onOrder?: (order: string | undefined) => void;
}

/** RunTable lists runs; each leads to its page. The order holds still while somebody points at it. */
export function RunTable(props: RunTableProps): ReactNode {
  const { rows, hold, waiting, show } = useSettledOrder(
    props.runs,
    (run) => `${run.client}\n${run.workflow}\n${run.id}`,
  );
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label={props.label} {...hold} onKeyDown={moveRowFocus}>
      <HeldNote waiting={waiting} onShow={show} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            {props.tieOf === undefined ? null : <th scope="col">How related</th>}
            <th scope="col">Workflow</th>
            {props.showsStore ? <th scope="col">Where</th> : null}
            <th scope="col">Stands</th>
            <Head {...props} title="Started" orderId="" />
            <Head {...props} title="Due" orderId="due" />
            <Head {...props} title="Took" orderId="longest" isNumber />
            <Head {...props} title="Money" orderId="money" isNumber />
          </tr>
        </thead>
        <tbody>
          {rows.map((run) => (
            <Row
              key={`${run.client} ${run.workflow} ${run.id}`}
              run={run}
              now={props.now}
              showsStore={props.showsStore}
              tie={props.tieOf?.(run)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: {
  title: string;
  orderId: string;
  isNumber?: boolean;
  order?: string | undefined;
  onOrder?: ((order: string | undefined) => void) | undefined;
}): ReactNode {
  const { title, orderId, order, onOrder } = props;
  const className = props.isNumber === true ? table.number : undefined;
  if (onOrder === undefined)
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  const isChosen = order === orderId;
  const direction = orderId === "due" ? "ascending" : "descending";
  return (
    <th scope="col" className={className} aria-sort={isChosen ? direction : undefined}>
      <button
        type="button"
        className={table.pick}
        aria-pressed={isChosen}
        onClick={() => onOrder(orderId === "" ? undefined : orderId)}
      >
        {title}
        <span aria-hidden="true">{isChosen ? (direction === "ascending" ? " ↑" : " ↓") : ""}</span>
      </button>
    </th>
  );
}

function Row(props: { run: RunRow; now: Date; showsStore: boolean; tie: string | undefined }): ReactNode {
  const { names } = useWorkspace();
  const { run } = props;
  const stands = describeRun(run, props.now);
  const where = [
    run.store === null ? "" : names.store(run.client, run.store),
    run.partner === null ? "" : names.partner(run.client, run.partner),
    run.channel === null ? "" : names.channel(run.client, run.channel),
  ].filter((part) => part !== "");
  return (
    <tr>
      <td className={table.clip} data-tip={run.id}>
        <Link
          className={table.link ?? ""}
          data-row=""
          to="/runs/$client/$workflow/$run"
          params={{ client: run.client, workflow: run.workflow, run: run.id }}
        >
          {renderRunName(run)}
        </Link>
      </td>
      {props.tie === undefined ? null : <td>{props.tie}</td>}
      <td className={table.dim}>{names.workflow(run.client, run.workflow)}</td>
      {props.showsStore ? <td className={table.clip}>{where.join(", ")}</td> : null}
      <td>
        <span className={table.name}>
          <StateShape state={stands.state} label={stateWords[stands.state]} />
          {stands.words}
        </span>
      </td>
      <Instant at={run.startedAt} now={props.now} />
      <Instant at={run.dueAt} now={props.now} />
      <td className={table.number}>{run.durationSeconds === null ? "–" : formatDuration(run.durationSeconds)}</td>
      <td className={table.number} data-tip={run.money === null ? undefined : formatMoneyExact(run.money)}>
        {run.money === null ? "–" : formatMoney(run.money)}
      </td>
    </tr>
  );
}

function Instant(props: { at: string | null; now: Date }): ReactNode {
  const { timeZone } = useWorkspace();
  if (props.at === null) return <td className={table.dim}>–</td>;
  const at = new Date(props.at);
  return (
    <td className={table.dim} data-tip={formatInstantExact(at, timeZone)}>
      {formatInstant(at, timeZone, props.now)}
    </td>
  );
}
