import { FAR } from "../runs/build-state-condition.js";
import type { ExceptionView } from "./exception-view.js";

const instant = (column: string, name: string) =>
  `if(${column} < ${FAR}, toUnixTimestamp64Milli(${column}), NULL) AS ${name}`;

/** EXCEPTION_COLUMNS selects an `ExceptionRow`. */
export const EXCEPTION_COLUMNS = `exception AS id, client, class, store, channel, partner, workflow, run, message, cause, resolution, currency,
  toString(money) AS amount, ${instant("raised_at", "raisedAtMs")}, ${instant("resolved_at", "resolvedAtMs")}`;

/** ExceptionRow is one row of `exception` as `EXCEPTION_COLUMNS` selects it; '' = absent. */
export interface ExceptionRow {
  readonly id: string;
  readonly client: string;
  readonly class: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly workflow: string;
  readonly run: string;
  readonly message: string;
  readonly cause: string;
  readonly resolution: string;
  readonly currency: string;
  readonly amount: string;
  readonly raisedAtMs: number | null;
  readonly resolvedAtMs: number | null;
}

/** buildExceptionView turns a stored row into what people see. */
export function buildExceptionView(row: ExceptionRow): ExceptionView {
  const readText = (text: string) => (text === "" ? null : text);
  const readInstant = (ms: number | null) => (ms === null ? null : new Date(ms));
  return {
    ...{ id: row.id, client: row.client, class: row.class },
    ...{ store: readText(row.store), channel: readText(row.channel), partner: readText(row.partner) },
    ...{ workflow: readText(row.workflow), run: readText(row.run), message: readText(row.message) },
    ...{ raisedAt: readInstant(row.raisedAtMs), resolvedAt: readInstant(row.resolvedAtMs) },
    money: row.currency === "" ? null : { amount: Number(row.amount), currency: row.currency },
    ...{ cause: readText(row.cause), resolution: readText(row.resolution) },
  };
}
