import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { renderFeedKey } from "../../feeds/feed-key.js";
import type { FeedKey } from "../../feeds/feed-view.js";
import type { Reach } from "../../scope/reach.js";

const KEYS = "client, source, store, channel, partner";
/** A silence that began longer ago is longer than any limit: 31 days, and a week of closed days. */
const LOOKBACK_DAYS = 40;
const MAX_SECONDS = 30;

/** FeedBeats are the 5-minute slices in which a feed was heard: their starts, ascending, and the newest event of each, epoch milliseconds. */
export interface FeedBeats {
  readonly slices: readonly number[];
  readonly newest: readonly number[];
}

/** FeedBeatsRepository reads when feeds were heard in the past. */
export class FeedBeatsRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** find returns by feed what was heard in [from, to) and, before it, the last time within 40 days. Rejects with a `ClickHouseFailure`. */
  async find(reach: Reach, { from, to }: { readonly from: Date; readonly to: Date }): Promise<Map<string, FeedBeats>> {
    const params = new SqlParameters();
    const conditions = buildReachConditions(reach, "feed", params).join(" AND ");
    const [since, until] = [params.addInstant("beats_from", from), params.addInstant("beats_to", to)];
    const heard = `SELECT ${KEYS}, slice, max(feed_activity.newest) AS heard_at FROM feed_activity WHERE ${conditions}
      AND day >= toDate(${since}) - ${LOOKBACK_DAYS} AND day <= toDate(${until}) AND slice < ${until} GROUP BY ${KEYS}, slice`;
    const beat = "(toUnixTimestamp(slice), toUnixTimestamp64Milli(heard_at))";
    const rows = await this.clickhouse.query<FeedKey & { before: [number, number]; beats: [number, number][] }>({
      name: "alerts.feed_beats",
      sql: `SELECT ${KEYS}, maxIf(${beat}, slice < ${since}) AS before, arraySort(groupArrayIf(${beat}, slice >= ${since})) AS beats
        FROM (${heard}) GROUP BY ${KEYS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return new Map(
      rows.map((row) => {
        const all = row.before[0] === 0 ? row.beats : [row.before, ...row.beats];
        const beats = { slices: all.map(([slice]) => slice * 1_000), newest: all.map(([, newest]) => newest) };
        return [renderFeedKey(row), beats];
      }),
    );
  }
}
