import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { RunCursor } from "./run-cursor.js";
import { MOMENT, SPAN_MS } from "../run-row.js";
import type { RunOrder } from "../run-words.js";

interface OrderedBy {
  readonly key: string;
  readonly type: string;
  readonly direction: "ASC" | "DESC";
}

const ORDERS: Readonly<Record<RunOrder, OrderedBy>> = {
  NEWEST: { key: MOMENT, type: "DateTime64(3, 'UTC')", direction: "DESC" },
  OLDEST_DUE: { key: "due_at", type: "DateTime64(3, 'UTC')", direction: "ASC" },
  MONEY: { key: "money", type: "Decimal(18, 4)", direction: "DESC" },
  LONGEST: { key: SPAN_MS, type: "Int64", direction: "DESC" },
};

/** buildRunOrder writes the ORDER BY of a list; ids decide between equals, so that pages never overlap. */
export function buildRunOrder(order: RunOrder, hasPolicies: boolean): string {
  const { direction } = ORDERS[order];
  const key = chooseKey(order, hasPolicies);
  return [key, "client", "workflow", "run"].map((column) => `${column} ${direction}`).join(", ");
}

/** buildRunOrderKey selects what a cursor must remember, as text. */
export function buildRunOrderKey(order: RunOrder, hasPolicies: boolean): string {
  return `toString(${chooseKey(order, hasPolicies)})`;
}

/** Where policies decide, a run without a deadline of its source has that of its policy. */
function chooseKey(order: RunOrder, hasPolicies: boolean): string {
  return order === "OLDEST_DUE" && hasPolicies ? "deadline_at" : ORDERS[order].key;
}

/** buildAfterCondition keeps the rows after a cursor in the order of its list. */
export function buildAfterCondition(cursor: RunCursor, params: SqlParameters, hasPolicies: boolean): string {
  const { type, direction } = ORDERS[cursor.order];
  const key = chooseKey(cursor.order, hasPolicies);
  const at = params.add("after_at", type, cursor.at);
  const ids = [
    params.add("after_client", "String", cursor.client),
    params.add("after_workflow", "String", cursor.workflow),
    params.add("after_run", "String", cursor.run),
  ];
  const beyond = direction === "ASC" ? ">" : "<";
  return `(${key} ${beyond} ${at} OR (${key} = ${at} AND (toString(client), toString(workflow), run) ${beyond} (${ids.join(", ")})))`;
}
