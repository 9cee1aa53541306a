import {
  renderFailure,
  schema,
  storeOpeningIntervals,
  subscribeToRegistrySignals,
  sweepOpenRuns,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { randomUUID } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Logger } from "pino";
import { AnomalyScoring } from "../anomalies/scoring/anomaly-scoring.service.js";
import { ReportMaker } from "../reports/making/report-maker.js";
import { keepRollups, ROLLUP_EVERY_MS } from "../rollups/keep-rollups.js";
import { storeWorkingIntervals } from "../sla/clocks/store-working-intervals.js";

const HOUR_MS = 3_600_000;
const FIVE_MINUTES_MS = 300_000;
/** Series are scored on a grid of five minutes; a turn without a new slot asks one short question a tenant. */
const MINUTE_MS = 60_000;
/** Somebody waits for a report; asking for one is a look into an index. */
const TWO_SECONDS_MS = 2_000;

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
 * the table of open ones every five minutes, when calendars are open and SLA clocks run is written when that has changed, series are scored for
 * anomalies, rollups are brought up to date every 20 seconds, and reports that wait are made. Safe in any number of processes.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { clickhouse, cluster, postgres, now, logger } = options;
  const opening = repeat("opening intervals not written", FIVE_MINUTES_MS, logger, () =>
    storeOpeningIntervals({ clickhouse, postgres, cluster }, now()),
  );
  const scoring = new AnomalyScoring({ clickhouse, postgres, now, logger, holder: randomUUID() });
  const working = repeat("clocks of SLA policies not written", FIVE_MINUTES_MS, logger, () =>
    storeWorkingIntervals({ clickhouse, postgres, cluster, isKeeper: true }, now()),
  );
  const rollups = keepRollups({ clickhouse, postgres, now });
  const rolling = repeat("rollups not brought up to date", ROLLUP_EVERY_MS, logger, () => rollups.run());
  const reports = new ReportMaker(options);
  const duties = [
    repeat("reports not made", TWO_SECONDS_MS, logger, () => reports.run()),
    rolling,
    repeat("expired sessions not deleted", HOUR_MS, logger, () =>
      postgres.db.delete(schema.session).where(lt(schema.session.expiresAt, now())),
    ),
    repeat("ended runs not swept", FIVE_MINUTES_MS, logger, () => sweepOpenRuns(clickhouse, { cluster, now: now() })),
    opening,
    working,
    repeat("series not scored for anomalies", MINUTE_MS, logger, () => scoring.run()),
  ];
  const listening = subscribeToRegistrySignals(postgres, () => {
    opening.run();
    working.run();
    rolling.run();
  });
  listening.catch((cause: unknown) => logger.warn({ cause: String(cause) }, "changes of calendars are not heard"));
  return {
    async close() {
      await listening.then((stop) => stop()).catch(() => undefined);
      await scoring.close();
      await rollups.close();
      reports.close();
      await Promise.all(duties.map((duty) => duty.close()));
    },
  };
}

interface Duty extends Worker {
  /** run does it now; while it is under way, once more afterwards. */
  run(): void;
}

/** repeat does a duty now and then every `everyMs`, never twice at once. A failure is logged and the next turn tries again. */
function repeat(failure: string, everyMs: number, logger: Logger, duty: () => Promise<unknown>): Duty {
  let running: Promise<unknown> | undefined;
  let isWanted = false;
  const run = () => {
    isWanted = running !== undefined;
    running ??= duty()
      .catch((cause: unknown) => logger.warn({ cause: renderFailure(cause) }, failure))
      .finally(() => {
        running = undefined;
        if (isWanted) run();
      });
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    run,
    async close() {
      clearInterval(timer);
      while (running !== undefined) await running;
    },
  };
}
