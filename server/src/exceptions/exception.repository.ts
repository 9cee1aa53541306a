import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import { BELONGS_TO_RUN } from "../runs/trace/traces-of-run.js";
import { FAR } from "../runs/build-state-condition.js";
import { buildExceptionView, EXCEPTION_COLUMNS, type ExceptionRow } from "./exception-columns.js";
import type { ExceptionView, OpenExceptions } from "./exception-view.js";

const MAX_SECONDS = 10;
const MAX_OF_RUN = 200;
const MAX_STORES = 50_000;

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
      sql: `SELECT ${EXCEPTION_COLUMNS}\nFROM exception FINAL\nWHERE ${conditions.join("\n  AND ")}\nORDER BY raised_at, exception\nLIMIT ${MAX_OF_RUN}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(buildExceptionView);
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
