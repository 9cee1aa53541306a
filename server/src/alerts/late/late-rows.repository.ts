import type { ClickHouse } from "@watchfloor/sql";
import { z } from "zod";

/** LateQuestion is which rows count as late: those received in [from, to) after the first slot that held them was evaluated. */
export interface LateQuestion {
  readonly from: Date;
  readonly to: Date;
  readonly clocks: readonly LateClock[];
}

/** LateClock is how rules are evaluated: each `intervalSeconds`, so long after a slot. */
export interface LateClock {
  readonly intervalSeconds: number;
  readonly delaySeconds: number;
}

/** LateCount is how many rows of a source were late by each of the clocks, in their order. */
export interface LateCount {
  readonly client: string;
  readonly source: string;
  readonly late: readonly number[];
}

const count = z.array(z.object({ client: z.string(), source: z.string(), late: z.array(z.coerce.number()) }));
const delays = z.array(
  z.object({
    client: z.string(),
    source: z.string(),
    events: z.coerce.number(),
    p995Seconds: z.coerce.number(),
  }),
);
/** SourceDelay is how late what a source sends arrives: 99.5 % of its events have within so many seconds. */
export type SourceDelay = z.infer<typeof delays>[number];
/** Sources of one tenant. */
const MAX_GROUPS = 20_000;

/** LateRowsRepository counts, of one tenant at a time, what came too late. What is filled in a day later or more is not late: it was never awaited. */
export class LateRowsRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** countLate counts by source. Rejects with a `ClickHouseFailure`. */
  async countLate(tenant: string, { from, to, clocks }: LateQuestion): Promise<LateCount[]> {
    const rows = await this.clickhouse.query({
      name: "alerts.late_rows",
      sql: `SELECT client, source, sumForEach(arrayMap((every, delay) -> toUInt64(received_ms > (intDiv(time_ms, every) + 1) * every + delay),
          {intervals:Array(Int64)}, {delays:Array(Int64)})) AS late
        FROM (SELECT client, source, toUnixTimestamp64Milli(time) AS time_ms, toUnixTimestamp64Milli(received_at) AS received_ms FROM event
          WHERE tenant = {tenant:String} AND NOT backfill AND time >= fromUnixTimestamp64Milli({from_ms:Int64}, 'UTC') - INTERVAL 1 DAY
            AND received_at >= fromUnixTimestamp64Milli({from_ms:Int64}, 'UTC') AND received_at < fromUnixTimestamp64Milli({to_ms:Int64}, 'UTC'))
        GROUP BY client, source HAVING arraySum(late) > 0 LIMIT ${MAX_GROUPS}`,
      params: {
        ...{ tenant, from_ms: from.getTime(), to_ms: to.getTime() },
        intervals: clocks.map(({ intervalSeconds }) => intervalSeconds * 1_000),
        delays: clocks.map(({ delaySeconds }) => delaySeconds * 1_000),
      },
    });
    return count.parse(rows);
  }

  /**
   * measureDelays returns for each source within how many seconds of its time 99.5 % of what was received in [from, to) had arrived. What is
   * filled in a day later or more, or on purpose, says nothing of it. Rejects with a `ClickHouseFailure`.
   */
  async measureDelays(
    tenant: string,
    { from, to }: { readonly from: Date; readonly to: Date },
  ): Promise<SourceDelay[]> {
    const rows = await this.clickhouse.query({
      name: "alerts.source_delays",
      sql: `SELECT client, source, count() AS events,
          greatest(0, quantileTDigest(0.995)(toFloat64(toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(time))) / 1000) AS p995Seconds
        FROM event
        WHERE tenant = {tenant:String} AND NOT backfill AND time >= fromUnixTimestamp64Milli({from_ms:Int64}, 'UTC') - INTERVAL 1 DAY
          AND received_at >= fromUnixTimestamp64Milli({from_ms:Int64}, 'UTC') AND received_at < fromUnixTimestamp64Milli({to_ms:Int64}, 'UTC')
          AND received_at < time + INTERVAL 1 DAY
        GROUP BY client, source ORDER BY client, source LIMIT ${MAX_GROUPS}`,
      params: { tenant, from_ms: from.getTime(), to_ms: to.getTime() },
    });
    return delays.parse(rows);
  }
}
