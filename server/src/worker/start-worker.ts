import { renderFailure, schema, sweepOpenRuns, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { lt } from "drizzle-orm";
import type { Logger } from "pino";

const HOUR_MS = 3_600_000;
const FIVE_MINUTES_MS = 300_000;

/** WorkerOptions are what a worker works with. */
export interface WorkerOptions {
  readonly clickhouse: ClickHouse;
  readonly cluster: string | undefined;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Worker is a running worker role. */
export interface Worker {
  close(): Promise<void>;
}

/**
 * startWorker does what must happen without anybody asking: sessions that have expired are deleted every hour, ended runs leave
 * the table of open ones every five minutes. Safe in any number of processes.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { clickhouse, cluster, postgres, now, logger } = options;
  const duties = [
    repeat("expired sessions not deleted", HOUR_MS, logger, () =>
      postgres.db.delete(schema.session).where(lt(schema.session.expiresAt, now())),
    ),
    repeat("ended runs not swept", FIVE_MINUTES_MS, logger, () => sweepOpenRuns(clickhouse, { cluster, now: now() })),
  ];
  return {
    async close() {
      await Promise.all(duties.map((duty) => duty.close()));
    },
  };
}

/** repeat does a duty now and then every `everyMs`, never twice at once. A failure is logged and the next turn tries again. */
function repeat(failure: string, everyMs: number, logger: Logger, duty: () => Promise<unknown>): Worker {
  let running: Promise<unknown> | undefined;
  const run = () => {
    running ??= duty()
      .catch((cause: unknown) => logger.warn({ cause: renderFailure(cause) }, failure))
      .finally(() => (running = undefined));
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
