import { AsyncLocalStorage } from "node:async_hooks";
import type { ClickHouse } from "@watchfloor/sql";
import type { FastifyInstance } from "fastify";

/** How long a request may take when whoever asks says nothing, and at most; in ms. */
const MAX_REQUEST_MS = 15_000;
/** A sender that waits for less says so, in ms. */
const TIMEOUT_HEADER = "x-watchfloor-timeout-ms";

/**
 * RequestDeadline knows until when the request that is being answered may take. What it asks of the engine gets the time that is
 * left, however many questions it has and however long they wait for each other: nothing is computed for somebody who has gone.
 */
export class RequestDeadline {
  readonly #until = new AsyncLocalStorage<number>();

  /** attach gives every request of a server its deadline. */
  attach(app: FastifyInstance): void {
    app.addHook("preHandler", (request, _reply, done) => {
      this.#until.run(performance.now() + readTimeout(request.headers[TIMEOUT_HEADER]), done);
    });
  }

  /** limit is the same engine, asked within the deadline of the request that asks. Work without a request, a WebSocket's included, keeps the limits of each query. */
  limit(clickhouse: ClickHouse): ClickHouse {
    return {
      form: clickhouse.form,
      query: (query) => {
        const until = this.#until.getStore();
        return clickhouse.query(until === undefined ? query : { ...query, until });
      },
      insert: (insert) => clickhouse.insert(insert),
      command: (sql) => clickhouse.command(sql),
      close: () => clickhouse.close(),
    };
  }
}

function readTimeout(header: string | readonly string[] | undefined): number {
  const milliseconds = typeof header === "string" && /^\d{1,9}$/.test(header) ? Number(header) : MAX_REQUEST_MS;
  return Math.min(Math.max(milliseconds, 1), MAX_REQUEST_MS);
}
