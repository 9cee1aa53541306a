import { AsyncLocalStorage } from "node:async_hooks";
import type { ClickHouse } from "@watchfloor/sql";

const MOST_MS = 30_000;
const SHARE_OF_INTERVAL = 0.8;

/** chooseTimeoutMs is how long the questions of a rule may take at one slot: 80 % of its interval, 30 s at most. */
export function chooseTimeoutMs({ intervalSeconds }: { readonly intervalSeconds: number }): number {
  return Math.min(intervalSeconds * 1_000 * SHARE_OF_INTERVAL, MOST_MS);
}

/** SlotDeadline gives whatever is asked of the engine within a piece of work the time that is left of it, waiting for a connection included. */
export class SlotDeadline {
  readonly #limit = new AsyncLocalStorage<{ readonly until: number; readonly maxSeconds: number }>();

  /** within does work whose questions may take so many milliseconds, all together. */
  within<Result>(limitMs: number, work: () => Promise<Result>): Promise<Result> {
    return this.#limit.run({ until: performance.now() + limitMs, maxSeconds: limitMs / 1_000 }, work);
  }

  /** limit is the same engine, asked within the deadline of the work that asks; what asks outside of any keeps the limits of each query. */
  limit(clickhouse: ClickHouse): ClickHouse {
    return {
      form: clickhouse.form,
      query: (query) => clickhouse.query({ ...query, ...this.#limit.getStore() }),
      insert: (insert) => clickhouse.insert(insert),
      command: (sql) => clickhouse.command(sql),
      close: () => clickhouse.close(),
    };
  }
}
