import { schema, type Postgres } from "@watchfloor/sql";
import { lt } from "drizzle-orm";
import type { Logger } from "pino";

const EVERY_MS = 3_600_000;

/** Worker is a running worker role. */
export interface Worker {
  close(): Promise<void>;
}

/** startWorker does what must happen without anybody asking: sessions that have expired are deleted every hour. Safe in any number of processes. */
export function startWorker(options: { postgres: Postgres; now: () => Date; logger: Logger }): Worker {
  const { postgres, now, logger } = options;
  let running: Promise<unknown> = Promise.resolve();
  const sweep = () => {
    running = postgres.db
      .delete(schema.session)
      .where(lt(schema.session.expiresAt, now()))
      .catch((cause: unknown) => logger.warn({ cause: String(cause) }, "expired sessions not deleted"));
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
