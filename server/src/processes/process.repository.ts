import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Statement } from "../metrics/compiler/statement.js";
import type { Reach } from "../scope/reach.js";

const MAX_SECONDS = 20;
const MAX_MEMORY_BYTES = 3 * 1024 ** 3;

/** ProcessRepository runs the compiled statements of process reports. */
export class ProcessRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** run returns the rows of a statement. Rejects with a `ClickHouseFailure`. */
  run<Row>({ name, sql, params }: Statement): Promise<Row[]> {
    return this.clickhouse.query<Row>({
      ...{ name, sql, params },
      maxSeconds: MAX_SECONDS,
      maxMemoryBytes: MAX_MEMORY_BYTES,
    });
  }

  /** hasTraces tells whether the clients of a reach sent steps that name only a trace. */
  async hasTraces(reach: Reach): Promise<boolean> {
    const params = new SqlParameters();
    const conditions = [...buildReachConditions(reach, "run", params), "workflow = ''"];
    const rows = await this.clickhouse.query({
      name: "processes.has_traces",
      sql: `SELECT 1 FROM step WHERE ${conditions.join(" AND ")} LIMIT 1`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.length > 0;
  }
}
