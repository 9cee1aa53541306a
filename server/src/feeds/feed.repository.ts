import type { ClickHouse } from "@watchfloor/sql";
import { buildFeedCalendar } from "../metrics/compiler/build-feed-tables.js";
import { buildOpening, hasCalendars, renderOpenTime } from "../metrics/compiler/build-opening.js";
import type { FeedKnowledge } from "../metrics/compiler/feed-knowledge.js";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import { renderFeedKey } from "./feed-key.js";
import type { FeedKey, LearnedFeed } from "./feed-view.js";

const MAX_FEEDS = 50_000;
const MAX_SECONDS = 10;
const MAX_LEARN_SECONDS = 30;
const KEYS = "client, source, store, channel, partner";

/**
 * Gaps between the newest events of slices that follow each other, over four weeks. The slices of a feed are joined in one array:
 * grouping by slice instead took four times as long on 3 M rows of activity. Time in which a feed is not expected is no part of a gap.
 */
function buildCadences(knowledge: FeedKnowledge, params: SqlParameters): string {
  const isTimed = hasCalendars(knowledge);
  const now = "{now:DateTime64(3, 'UTC')}";
  const beats = `SELECT ${KEYS}, arraySort(groupArray(toUnixTimestamp64Milli(newest))) AS heard,
    arrayFilter((at, next) -> intDiv(at, 300000) != intDiv(next, 300000), heard, arrayPushBack(arrayPopFront(heard), toInt64(0))) AS newest_of_slice
  FROM feed_activity
  WHERE tenant = {tenant:String} AND day >= toDate(${now}) - 28 AND (${KEYS}) IN (
    SELECT ${KEYS} FROM feed WHERE tenant = {tenant:String}
    GROUP BY ${KEYS} HAVING max(cadence).2 = 0 AND min(first_seen) <= ${now} - INTERVAL 7 DAY)
  GROUP BY ${KEYS}`;
  const opening = buildOpening({ from: `${now} - INTERVAL 29 DAY`, to: now, unitMs: 1 }, params);
  const source = isTimed
    ? `(SELECT *, ${buildFeedCalendar(knowledge, params)} AS calendar FROM (${beats})) AS beating LEFT JOIN (${opening}) AS opening USING (calendar)`
    : `(${beats})`;
  const times = isTimed ? renderOpenTime("newest_of_slice") : "newest_of_slice";
  return `
SELECT ${KEYS}, toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', gaps))) AS seconds FROM (
  SELECT ${KEYS}, arrayFilter(gap -> gap > 0, arrayMap(ms -> ms / 1000, arrayPopFront(arrayDifference(${times})))) AS gaps
  FROM ${source})
WHERE notEmpty(gaps)`;
}

/** FeedRepository reads what traffic taught about feeds. */
export class FeedRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findLearned returns the feeds within a reach that were ever heard; `workflows` narrows to those that sent one of them. */
  async findLearned(reach: Reach): Promise<LearnedFeed[]> {
    const params = new SqlParameters();
    const conditions = buildReachConditions(reach, "feed", params);
    const { workflows } = reach.parts.filter;
    const sent = workflows == null ? "" : `\nHAVING hasAny(workflows, ${params.addTexts("workflows", workflows)})`;
    return this.clickhouse.query<LearnedFeed>({
      name: "feeds.learned",
      sql: `SELECT ${KEYS}, toUnixTimestamp64Milli(min(first_seen)) AS firstSeenMs, toUnixTimestamp64Milli(max(newest)) AS newestMs,
  toUnixTimestamp64Milli(max(received)) AS receivedMs, max(cadence).2 AS heartbeatSeconds, groupUniqArrayArray(feed.workflows) AS workflows
FROM feed
WHERE ${conditions.join("\n  AND ")}
GROUP BY ${KEYS}${sent}
LIMIT ${MAX_FEEDS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** learnCadences returns the 99th percentile of the gaps, in seconds by `renderFeedKey`, of a tenant's feeds that no heartbeat speaks for. */
  async learnCadences(tenant: string, knowledge: FeedKnowledge, now: Date): Promise<ReadonlyMap<string, number>> {
    const params = new SqlParameters();
    params.add("tenant", "String", tenant);
    params.addInstant("now", now);
    const rows = await this.clickhouse.query<FeedKey & { seconds: number }>({
      name: "feeds.cadences",
      sql: buildCadences(knowledge, params),
      params: params.values,
      maxSeconds: MAX_LEARN_SECONDS,
    });
    return new Map(rows.map((row) => [renderFeedKey(row), row.seconds]));
  }
}
