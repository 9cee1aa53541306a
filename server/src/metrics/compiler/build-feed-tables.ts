import type { Reach } from "../../scope/reach.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import type { SqlParameters } from "./sql-parameters.js";

/** FeedKnowledge is what the statement cannot find in ClickHouse: cadences people declared. */
export interface FeedKnowledge {
  readonly declared: readonly {
    readonly client: string;
    readonly source: string;
    readonly store: string;
    readonly channel: string;
    readonly partner: string;
    readonly cadenceSeconds: number;
    readonly declaredAt: Date;
  }[];
}

/** FEED_KEYS identify a feed. */
export const FEED_KEYS = ["client", "source", "store", "channel", "partner"] as const;
const KEYS = FEED_KEYS.join(", ");
const LEARN_DAYS = 28;

/**
 * buildFeedTables returns the `WITH` entries `known` (every feed in reach with its cadence), in the order of METRICS: declared, from the
 * newest heartbeat, learned as the 99th percentile of its gaps once 7 days were seen, else 15 minutes.
 */
export function buildFeedTables(reach: Reach, knowledge: FeedKnowledge, asOf: Date, params: SqlParameters): string[] {
  const conditions = buildReachConditions(reach, "feed", params);
  const workflows = reach.parts.filter.workflows;
  if (workflows != null) conditions.push(`hasAny(workflows, ${params.addTexts("workflows", workflows)})`);
  const at = params.addInstant("as_of", asOf);
  const where = conditions.join(" AND ");
  const declared = buildDeclared(knowledge, params);
  const learnable = `tenant = {tenant:String} AND (${KEYS}) IN (SELECT ${KEYS} FROM heard WHERE beat = 0 AND first_seen <= ${at} - INTERVAL 7 DAY)`;
  return [
    `heard AS (SELECT ${KEYS}, min(first_seen) AS first_seen, max(newest) AS newest, max(received) AS received, max(cadence).2 AS beat, groupUniqArrayArray(workflows) AS workflows FROM (SELECT tenant, ${KEYS}, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence) AS cadence, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY tenant, ${KEYS}) WHERE ${where} GROUP BY ${KEYS})`,
    `declared AS (SELECT ${KEYS}, cadence_seconds, declared_at FROM (${declared}) WHERE ${workflows == null ? where : "0"})`,
    `gaps AS (SELECT ${KEYS}, toUInt32(ceil(quantileExactInclusive(0.99)(gap))) AS learned FROM (SELECT ${KEYS}, dateDiff('millisecond', lagInFrame(heard_at, 1, heard_at) OVER (PARTITION BY ${KEYS} ORDER BY slice), heard_at) / 1000 AS gap FROM (SELECT ${KEYS}, slice, max(newest) AS heard_at FROM feed_activity WHERE ${learnable} AND day >= toDate(${at}) - ${LEARN_DAYS} AND slice < ${at} GROUP BY ${KEYS}, slice)) WHERE gap > 0 GROUP BY ${KEYS})`,
    `known AS (SELECT ${KEYS}, if(heard.newest > toDateTime64(0, 3, 'UTC'), heard.first_seen, declared.declared_at) AS seen_from, heard.newest > toDateTime64(0, 3, 'UTC') AS is_heard, heard.newest AS newest, heard.received AS received, heard.workflows AS workflows, toUInt32(multiIf(declared.cadence_seconds > 0, declared.cadence_seconds, heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, 900)) AS cadence, multiIf(declared.cadence_seconds > 0, 'DECLARED', heard.beat > 0, 'HEARTBEAT', gaps.learned > 0, 'LEARNED', 'DEFAULT') AS cadence_from FROM heard FULL JOIN declared USING (${KEYS}) LEFT JOIN gaps USING (${KEYS}))`,
  ];
}

function buildDeclared({ declared }: FeedKnowledge, params: SqlParameters): string {
  const texts = FEED_KEYS.map((key) => params.addTexts(`declared_${key}`, declared.map((feed) => feed[key])));
  const cadences = params.add("declared_cadence", "Array(UInt32)", declared.map((feed) => feed.cadenceSeconds));
  const since = params.add("declared_since", "Array(Int64)", declared.map((feed) => feed.declaredAt.getTime()));
  const columns = FEED_KEYS.map((key, position) => `toLowCardinality(row.${position + 1}) AS ${key}`);
  return `SELECT {tenant:String} AS tenant, ${columns.join(", ")}, row.6 AS cadence_seconds, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at FROM (SELECT arrayJoin(arrayZip(${[...texts, cadences, since].join(", ")})) AS row)`;
}
