import type { ClickHouse } from "@watchfloor/sql";
import type { Statement } from "../compiler/statement.js";
import type { EngineRow } from "./figure-table.js";

const MAX_SECONDS = 15;
const MAX_MEMORY_BYTES = 2 * 1024 ** 3;

/** MetricsRepository runs compiled statements; equal ones that are under way are asked once. */
export class MetricsRepository {
  private readonly underWay = new Map<string, Promise<EngineRow[]>>();

  constructor(private readonly clickhouse: ClickHouse) {}

  /** run returns the rows of a statement. Rejects with a `ClickHouseFailure`. */
  run(statement: Statement): Promise<EngineRow[]> {
    const key = `${statement.sql}\n${JSON.stringify(statement.params)}`;
    const known = this.underWay.get(key);
    if (known !== undefined) return known;
    const rows = this.clickhouse
      .query<EngineRow>({ ...statement, maxSeconds: MAX_SECONDS, maxMemoryBytes: MAX_MEMORY_BYTES })
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, rows);
    return rows;
  }
}
