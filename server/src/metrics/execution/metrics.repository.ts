import { ClickHouseFailure, type ClickHouse } from "@watchfloor/sql";
import { BriefCache } from "../../registry/brief-cache.js";
import type { Statement } from "../compiler/statement.js";
import type { EngineRow } from "./figure-table.js";

const MAX_SECONDS = 15;
const MAX_MEMORY_BYTES = 2 * 1024 ** 3;
const REMEMBER_STATEMENTS = 200;

/** MetricsRepository runs compiled statements; equal ones that are under way are asked once. */
export class MetricsRepository {
  private readonly underWay = new Map<string, Promise<EngineRow[]>>();
  private readonly kept = new Map<number, BriefCache<EngineRow[]>>();

  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly now: () => Date,
  ) {}

  /** run returns the rows of a statement. Rejects with a `ClickHouseFailure`. */
  run(statement: Statement): Promise<EngineRow[]> {
    const key = `${statement.sql}\n${JSON.stringify(statement.params)}`;
    const { keepMs } = statement;
    return keepMs === undefined
      ? this.share(key, statement)
      : this.getKept(keepMs).get(key, () => this.share(key, statement));
  }

  private async share(key: string, statement: Statement): Promise<EngineRow[]> {
    const known = this.underWay.get(key);
    if (known === undefined) return this.ask(key, statement);
    try {
      return await known;
    } catch (cause) {
      // Whoever asked first may have had less time left.
      if (cause instanceof ClickHouseFailure && cause.kind === "overload") return this.ask(key, statement);
      throw cause;
    }
  }

  private ask(key: string, { name, sql, params }: Statement): Promise<EngineRow[]> {
    const rows = this.clickhouse
      .query<EngineRow>({ name, sql, params, maxSeconds: MAX_SECONDS, maxMemoryBytes: MAX_MEMORY_BYTES })
      .finally(() => {
        if (this.underWay.get(key) === rows) this.underWay.delete(key);
      });
    this.underWay.set(key, rows);
    return rows;
  }

  private getKept(forMs: number): BriefCache<EngineRow[]> {
    const kept =
      this.kept.get(forMs) ??
      new BriefCache({ forMs, refreshForMs: forMs, maxEntries: REMEMBER_STATEMENTS, now: this.now });
    this.kept.set(forMs, kept);
    return kept;
  }
}
