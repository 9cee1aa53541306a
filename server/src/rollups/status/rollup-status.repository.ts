import type { ClickHouse } from "@watchfloor/sql";
import { BriefCache } from "../../registry/brief-cache.js";
import { ROLLUP_LAG_MS, type RollupStatus } from "./rollup-status.js";

const KEEP_MS = 2_000;
const MAX_SECONDS = 5;
/** About right is enough: cells whose older versions are not merged away count twice. */
const RECENT_DAYS = 7;

const STATUS = `WITH
    progress AS (SELECT max(horizon) AS horizon, max(marks_read) AS marks_read FROM rollup_progress),
    ends AS (SELECT greatest(max(started_end), max(due_end), max(decided_end)) AS newest FROM run_hour WHERE tenant = {tenant:String}),
    recent AS (SELECT sum(started) / ${RECENT_DAYS} AS runs FROM run_hour WHERE tenant = {tenant:String} AND hour >= (SELECT horizon FROM progress) - INTERVAL ${RECENT_DAYS} DAY)
SELECT
    toUnixTimestamp((SELECT horizon FROM progress)) * 1000 AS horizon,
    toUnixTimestamp64Milli((SELECT newest FROM ends)) AS newestEnd,
    (SELECT runs FROM recent) AS runsPerDay,
    groupUniqArray(toUnixTimestamp(hour) * 1000) AS hours
FROM dirty_hour
WHERE tenant = {tenant:String}
  AND noted_at >= (SELECT marks_read FROM progress)
  AND noted_at <= now64(3) - INTERVAL {lag:Int64} MILLISECOND
  AND hour < (SELECT horizon FROM progress)`;

/** RollupStatusRepository tells questions which hours of a tenant may be answered from rollups. */
export class RollupStatusRepository {
  private readonly kept: BriefCache<RollupStatus | undefined>;
  private readonly lagMs: number;

  constructor(
    private readonly clickhouse: ClickHouse,
    options: { readonly now: () => Date; readonly lagMs?: number; readonly keepMs?: number },
  ) {
    this.lagMs = options.lagMs ?? ROLLUP_LAG_MS;
    const forMs = options.keepMs ?? KEEP_MS;
    this.kept = new BriefCache({ forMs, refreshForMs: 5 * forMs, maxEntries: 1_000, now: options.now });
  }

  /** find returns undefined while nothing is rolled up. */
  find(tenant: string): Promise<RollupStatus | undefined> {
    return this.kept.get(tenant, () => this.load(tenant));
  }

  private async load(tenant: string): Promise<RollupStatus | undefined> {
    const rows = await this.clickhouse.query<{
      horizon: number;
      hours: number[];
      newestEnd: number;
      runsPerDay: number;
    }>({
      name: "rollups.status",
      sql: STATUS,
      params: { tenant, lag: this.lagMs },
      maxSeconds: MAX_SECONDS,
    });
    const [status] = rows;
    if (status === undefined || status.horizon === 0) return undefined;
    const { horizon, hours, newestEnd, runsPerDay } = status;
    return { horizon, waiting: new Set(hours), newestEnd, runsPerDay };
  }
}
