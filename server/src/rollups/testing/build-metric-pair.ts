import type { ClickHouse, Postgres } from "@watchfloor/sql";
import { MetricsRepository } from "../../metrics/execution/metrics.repository.js";
import { MetricsService } from "../../metrics/execution/metrics.service.js";
import { RegistryService } from "../../registry/registry.service.js";
import { storeWorkingIntervals } from "../../sla/clocks/store-working-intervals.js";
import { SlaService } from "../../sla/sla.service.js";
import { buildRollupPass } from "../keep-rollups.js";
import type { RollupPass } from "../pass/rollup-pass.js";
import { RollupRulesRepository } from "../rules/rollup-rules.repository.js";
import { RollupRulesStatus } from "../rules/rollup-rules-status.js";
import { RollupStatusRepository } from "../status/rollup-status.repository.js";

/** MetricPair answers the same questions from the rows and from rollups; without lag, so that both must be equal at any time. */
export interface MetricPair {
  readonly rows: MetricsService;
  readonly rolled: MetricsService;
  /** Reads every percentile from spreads, however few rows there are. */
  readonly spread: MetricsService;
  /** buildPass makes a worker of its own; `clickhouse` may be one that breaks. */
  buildPass(clickhouse?: ClickHouse): RollupPass;
  readonly registry: RegistryService;
  readonly sla: SlaService;
  /** storeClocks writes when the clocks of the policies of a tenant run, as the worker does. */
  storeClocks(tenant: string): Promise<number>;
}

const MINUTE_MS = 60_000;

/** buildMetricPair builds the services on engines that are open. */
export function buildMetricPair(options: { clickhouse: ClickHouse; postgres: Postgres; now: () => Date }): MetricPair {
  const { clickhouse, postgres, now } = options;
  let looks = 0;
  // Nothing is remembered from one look to the next, so that every service knows of a change at once.
  const registry = new RegistryService({ postgres, now: () => new Date((looks += MINUTE_MS)) });
  const repository = new MetricsRepository(clickhouse, () => new Date());
  const rules = new RollupRulesStatus(new RollupRulesRepository(postgres), registry);
  const cellsFrom = 0;
  const status = new RollupStatusRepository(clickhouse, { now, lagMs: 0, keepMs: 0 });
  return {
    rows: new MetricsService({ repository, registry, now }),
    rolled: new MetricsService({ repository, registry, now, status, rules, cellsFrom }),
    spread: new MetricsService({ repository, registry, now, status, rules, cellsFrom, exactUpTo: -1 }),
    registry,
    sla: new SlaService({ clickhouse, postgres, registry, now }),
    storeClocks: (tenant) => storeWorkingIntervals({ clickhouse, postgres, isKeeper: false }, now(), tenant),
    buildPass: (on = clickhouse) => buildRollupPass({ clickhouse: on, postgres, now }),
  };
}
