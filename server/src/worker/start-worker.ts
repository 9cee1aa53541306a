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
import { AlertEvaluation } from "../alerts/evaluate/alert-evaluation.service.js";
import { EvaluationClock } from "../alerts/evaluate/evaluation-clock.js";
import { ChartSeriesReader } from "../alerts/charts/chart-series.service.js";
import { ImageMaker } from "../alerts/images/image-maker.js";
import { withImages } from "../alerts/images/with-images.js";
import { FigureReader } from "../alerts/evaluate/figure-reader.service.js";
import { DelayWatch } from "../alerts/late/delay-watch.js";
import { LateRowsWatch } from "../alerts/late/late-rows-watch.js";
import { AlertPlanner } from "../alerts/planning/alert-planner.js";
import { HISTORY_ONLY } from "../alerts/publish/transition-sink.js";
import { startDelivering, type DeliveringOptions } from "../alerts/start-delivering.js";
import { buildMetricsService } from "../metrics/execution/build-metrics-service.js";
import { RegistryService } from "../registry/registry.service.js";
import { AnomalyScoring } from "../anomalies/scoring/anomaly-scoring.service.js";
import { ReportMaker } from "../reports/making/report-maker.js";
import { keepRollups, ROLLUP_EVERY_MS } from "../rollups/keep-rollups.js";
import { keepStamps, STAMPS_EVERY_MS } from "../sla/stamps/keep-stamps.js";
import { storeWorkingIntervals } from "../sla/clocks/store-working-intervals.js";

const HOUR_MS = 3_600_000;
const FIVE_MINUTES_MS = 300_000;
/** Series are scored on a grid of five minutes; a turn without a new slot asks one short question a tenant. */
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Somebody waits for a report; asking for one is a look into an index. */
const TWO_SECONDS_MS = 2_000;
/** Rules are evaluated every minute at most often as a rule; a turn with nothing due reads two tables of each tenant. */
const FIVE_SECONDS_MS = 5_000;

/** WorkerOptions are what a worker works with. */
export interface WorkerOptions {
  readonly clickhouse: ClickHouse;
  readonly cluster: string | undefined;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
  /** How messages about alerts leave; undefined = none do, they wait. */
  readonly delivering?: DeliveringOptions | undefined;
}

/** Worker is a running worker role. */
export interface Worker {
  close(): Promise<void>;
}

/**
 * startWorker does what must happen without anybody asking: sessions that have expired are deleted every hour, ended runs leave
 * the table of open ones every five minutes, when calendars are open and SLA clocks run is written when that has changed, series are scored for
 * anomalies, alert rules are evaluated and people told, rollups are brought up to date every 20 seconds, promises of stored runs are decided
 * anew after policies changed, and reports that wait are made. Safe in any number of processes.
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
  const stamps = keepStamps({ clickhouse, postgres, now });
  const stamping = repeat("promises of stored runs not decided", STAMPS_EVERY_MS, logger, () => stamps.run());
  const reports = new ReportMaker(options);
  const alerts = openAlerts(options);
  const duties = [
    ...[...startTelling(options), startCountingLate(options)],
    repeat("reports not made", TWO_SECONDS_MS, logger, () => reports.run()),
    rolling,
    stamping,
    repeat("expired sessions not deleted", HOUR_MS, logger, () =>
      postgres.db.delete(schema.session).where(lt(schema.session.expiresAt, now())),
    ),
    repeat("ended runs not swept", FIVE_MINUTES_MS, logger, () => sweepOpenRuns(clickhouse, { cluster, now: now() })),
    opening,
    working,
    repeat("alert rules not evaluated", FIVE_SECONDS_MS, logger, () => alerts.run()),
    repeat("series not scored for anomalies", MINUTE_MS, logger, () => scoring.run()),
  ];
  const listening = listenToRegistry(options, [opening, working, rolling, stamping]);
  return {
    async close() {
      await listening.then((stop) => stop()).catch(() => undefined);
      for (const keeper of [scoring, rollups, stamps]) await keeper.close();
      reports.close();
      await alerts.close();
      await Promise.all(duties.map((duty) => duty.close()));
    },
  };
}

/** What alerts decide is history where no messages can leave; else people are told. */
function openAlerts(options: WorkerOptions): Pick<AlertEvaluation, "run" | "close"> {
  const images = openImages(options);
  const { clickhouse, postgres, now, logger, delivering } = options;
  const registry = new RegistryService({ postgres, now });
  const telling = delivering === undefined ? undefined : new AlertPlanner({ postgres, registry, now });
  const sink = telling === undefined ? HISTORY_ONLY : withImages(telling, images);
  const clock = new EvaluationClock({ postgres, now, readMonotonicMs: () => performance.now() });
  const evaluation = new AlertEvaluation({ clickhouse, postgres, now, logger, sink, clock, holder: randomUUID() });
  return {
    run: () => evaluation.run(),
    async close() {
      await evaluation.close().catch(() => undefined);
      await images.settle();
    },
  };
}

/** openImages draws the charts of what fires, beside the telling. */
function openImages({ clickhouse, postgres, now, logger }: WorkerOptions): ImageMaker {
  const registry = new RegistryService({ postgres, now });
  const { metrics } = buildMetricsService({ clickhouse, postgres, registry, now });
  return new ImageMaker({ postgres, now, logger, series: new ChartSeriesReader(new FigureReader(metrics)) });
}

/** startCountingLate counts what came after alert rules were evaluated, and measures how late sources are. */
function startCountingLate(options: WorkerOptions): Duty {
  const late = new LateRowsWatch(options);
  const delays = new DelayWatch(options);
  return repeat("late rows not counted", FIVE_MINUTES_MS, options.logger, async () => {
    await late.run();
    await delays.run();
  });
}

/** listenToRegistry does duties at once when the network or its calendars change. */
function listenToRegistry({ postgres, logger }: WorkerOptions, duties: readonly Duty[]) {
  const listening = subscribeToRegistrySignals(postgres, () => {
    for (const duty of duties) duty.run();
  });
  listening.catch((cause: unknown) => logger.warn({ cause: String(cause) }, "changes of calendars are not heard"));
  return listening;
}

interface Duty extends Worker {
  /** run does it now; while it is under way, once more afterwards. */
  run(): void;
}

/** startTelling tells people about alerts, where messages can leave at all. */
function startTelling(options: WorkerOptions): Duty[] {
  const { delivering, logger } = options;
  if (delivering === undefined) return [];
  const telling = startDelivering({ ...options, ...delivering });
  return [
    repeat("messages about alerts not sent", SECOND_MS, logger, () => telling.deliver()),
    repeat("messages about alerts not kept", HOUR_MS, logger, () => telling.sweep()),
    repeat("alerting not watched", MINUTE_MS, logger, () => telling.watch()),
  ];
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
