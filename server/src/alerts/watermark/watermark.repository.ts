import type { ClickHouse } from "@watchfloor/sql";
import type { KnownFeed } from "./known-feed.js";

/** SaidFeed is a feed with the newest word of its source. */
export type SaidFeed = Omit<KnownFeed, "region" | "settledMs">;

const KEYS = "client, source, store, channel, partner";
const MAX_FEEDS = 50_000;
const MAX_SECONDS = 10;

/** WatermarkRepository reads until when the feeds of one tenant at a time are complete. */
export class WatermarkRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** hasAny tells whether any source of a tenant says until when it has sent everything. Rejects with a `ClickHouseFailure`. */
  async hasAny(tenant: string): Promise<boolean> {
    const [row] = await this.clickhouse.query<{ said: number }>({
      name: "alerts.has_watermarks",
      sql: "SELECT toUInt8(max(toUnixTimestamp64Milli(complete.1)) > 0) AS said FROM feed WHERE tenant = {tenant:String}",
      params: { tenant },
      maxSeconds: MAX_SECONDS,
    });
    return row?.said === 1;
  }

  /** list returns every feed that was ever heard. Rejects with a `ClickHouseFailure`. */
  list(tenant: string): Promise<SaidFeed[]> {
    return this.clickhouse.query<SaidFeed>({
      name: "alerts.watermarks",
      sql: `SELECT ${KEYS}, groupUniqArrayArray(feed.workflows) AS workflows, toUnixTimestamp64Milli(max(feed.newest)) AS newestMs,
          toUnixTimestamp64Milli((max(feed.complete) AS said).1) AS completeMs, toUnixTimestamp64Milli(said.2) AS saidMs
        FROM feed WHERE tenant = {tenant:String} GROUP BY ${KEYS} LIMIT ${MAX_FEEDS}`,
      params: { tenant },
      maxSeconds: MAX_SECONDS,
    });
  }
}
