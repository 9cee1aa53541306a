import type { ClickHouse } from "@watchfloor/sql";

const MAX_SECONDS = 30;

/** HistoryRepository answers what a tenant has to be scored: since when, on which days, and what came behind the worker's back. */
export class HistoryRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** listDays returns the days of UTC, as epoch milliseconds, on which any feed of a tenant was heard, in order. */
  async listDays(tenant: string): Promise<number[]> {
    const rows = await this.clickhouse.query<{ at: number }>({
      name: "anomalies.days",
      sql: "SELECT DISTINCT toInt64(toUnixTimestamp(toDateTime(day, 'UTC'))) * 1000 AS at FROM feed_day WHERE tenant = {tenant:String} ORDER BY at",
      params: { tenant },
      maxSeconds: MAX_SECONDS,
    });
    return rows.map((row) => row.at);
  }

  /** findArrivals tells whether history was received in [since, until): events sent as history, of a time before `before`; and the first and newest receipt. */
  async findArrivals(
    tenant: string,
    range: { since: Date; until: Date; before: Date },
  ): Promise<{ firstMs: number; newestMs: number } | undefined> {
    const [row] = await this.clickhouse.query<{ count: number; firstMs: number; newestMs: number }>({
      name: "anomalies.arrivals",
      sql: `SELECT count() AS count, toUnixTimestamp64Milli(min(received_at)) AS firstMs, toUnixTimestamp64Milli(max(received_at)) AS newestMs
FROM event
WHERE tenant = {tenant:String} AND backfill = 1
  AND received_at >= fromUnixTimestamp64Milli({since:Int64}) AND received_at < fromUnixTimestamp64Milli({until:Int64})
  AND time < fromUnixTimestamp64Milli({before:Int64})`,
      params: {
        ...{ tenant, since: range.since.getTime(), until: range.until.getTime(), before: range.before.getTime() },
      },
      maxSeconds: MAX_SECONDS,
    });
    return row === undefined || row.count === 0 ? undefined : { firstMs: row.firstMs, newestMs: row.newestMs };
  }
}
