import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import { BELONGS_TO_RUN } from "../runs/trace/traces-of-run.js";
import { FAR } from "../runs/build-state-condition.js";
import type { ExceptionView, OpenExceptions } from "./exception-view.js";

const MAX_SECONDS = 10;
const MAX_OF_RUN = 200;
const MAX_STORES = 50_000;

const instant = (column: string, name: string) =>
  `if(${column} < ${FAR}, toUnixTimestamp64Milli(${column}), NULL) AS ${name}`;

const COLUMNS = `exception AS id, client, class, store, channel, partner, workflow, run, message, cause, resolution, currency,
  toString(money) AS amount, ${instant("raised_at", "raisedAtMs")}, ${instant("resolved_at", "resolvedAtMs")}`;

/** ExceptionRepository reads folded exceptions within a reach. */
export class ExceptionRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findOfRun returns the exceptions that name a run, oldest first; one that names no workflow means the run of that id or of that trace. */
  async findOfRun(reach: Reach, run: { client: string; workflow: string; id: string }): Promise<ExceptionView[]> {
    const params = new SqlParameters();
    for (const [name, value] of Object.entries({ client: run.client, workflow: run.workflow, run: run.id }))
      params.add(name, "String", value);
    const conditions = [
      ...buildReachConditions(reach, "exception", params),
      "client = {client:String}",
      `((run = {run:String} AND workflow = '') OR ${BELONGS_TO_RUN})`,
    ];
    const rows = await this.clickhouse.query<ExceptionRow>({
      name: "exceptions.of_run",
      sql: `SELECT ${COLUMNS}\nFROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}\nORDER BY raised_at, exception\nLIMIT ${MAX_OF_RUN}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(buildException);
  }

  /** sumOpenByStore counts open exceptions by client, store and currency; '' is the store of those that name none. */
  async sumOpenByStore(reach: Reach, now: Date): Promise<OpenExceptions[]> {
    const params = new SqlParameters();
    const conditions = [
      ...buildReachConditions(reach, "exception", params),
      `resolved_at = ${FAR}`,
      `raised_at <= ${params.addInstant("now", now)}`,
    ];
    return this.clickhouse.query<OpenExceptions>({
      name: "exceptions.open_by_store",
      sql: `SELECT client, store, currency, count() AS open, toFloat64(sum(money)) AS amount\nFROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}\nGROUP BY client, store, currency\nORDER BY client, store, currency\nLIMIT ${MAX_STORES}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }
}

interface ExceptionRow {
  id: string;
  client: string;
  class: string;
  store: string;
  channel: string;
  partner: string;
  workflow: string;
  run: string;
  message: string;
  cause: string;
  resolution: string;
  currency: string;
  amount: string;
  raisedAtMs: number | null;
  resolvedAtMs: number | null;
}

function buildException(row: ExceptionRow): ExceptionView {
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
