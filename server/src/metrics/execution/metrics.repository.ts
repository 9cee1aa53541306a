import { ClickHouseFailure, type ClickHouse } from "@watchfloor/sql";
import { BriefCache } from "../../registry/brief-cache.js";
import type { Statement } from "../compiler/statement.js";
import type { EngineRow } from "./figure-table.js";

const MAX_SECONDS = 15;
const MAX_MEMORY_BYTES = 2 * 1024 ** 3;
const REMEMBER_STATEMENTS = 200;
/** `throwIf` of the engine: what was decided of a row is out of date. */
const UNSTAMPED_CODE = "395";
/** How long questions of a kind are decided in full after that, before they go by stamps again. */
const UNDECIDED_FOR_MS = 30_000;

/** MetricsRepository runs compiled statements; equal ones that are under way are asked once. */
export class MetricsRepository {
  private readonly underWay = new Map<string, Promise<EngineRow[]>>();
  private readonly kept = new Map<number, BriefCache<EngineRow[]>>();
  /** Until when questions of a kind are decided in full, on the clock of the process. */
  private readonly undecided = new Map<string, number>();

  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly now: () => Date,
  ) {}

  /** run returns the rows of a statement. Rejects with a `ClickHouseFailure`. */
  async run(statement: Statement): Promise<readonly EngineRow[]> {
    return (await this.answer(statement)).rows;
  }

  /** answer returns the rows with the statement that gave them: that behind it where rows were not decided by the policies of now. */
  async answer(statement: Statement): Promise<{ readonly statement: Statement; readonly rows: readonly EngineRow[] }> {
    const { fallback } = statement;
    if (fallback === undefined) return { statement, rows: await this.runOne(statement) };
    const kind = `${String(statement.params["promise_book"])} ${statement.name}`;
    if ((this.undecided.get(kind) ?? 0) < performance.now())
      try {
        return { statement, rows: await this.runOne(statement) };
      } catch (cause) {
        if (!(cause instanceof ClickHouseFailure) || cause.code !== UNSTAMPED_CODE) throw cause;
        if (this.undecided.size >= REMEMBER_STATEMENTS) this.undecided.clear();
        this.undecided.set(kind, performance.now() + UNDECIDED_FOR_MS);
      }
    const full = fallback();
    return { statement: full, rows: await this.runOne(full) };
  }

  private runOne(statement: Statement): Promise<EngineRow[]> {
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

  private ask(key: string, { name, sql, params, keepsConditions = false }: Statement): Promise<EngineRow[]> {
    const limits = { maxSeconds: MAX_SECONDS, maxMemoryBytes: MAX_MEMORY_BYTES };
    const rows = this.clickhouse.query<EngineRow>({ name, sql, params, keepsConditions, ...limits }).finally(() => {
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
