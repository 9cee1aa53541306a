import type { Reach } from "../../scope/reach.js";
import { buildOpening, hasCalendars, renderOpenTime } from "./build-opening.js";
import type { FeedKnowledge } from "./feed-knowledge.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import type { Dimension } from "../metric-words.js";
import type { SqlParameters } from "./sql-parameters.js";

/** FEED_KEYS identify a feed. */
export const FEED_KEYS = ["client", "source", "store", "channel", "partner"] as const;
/** FEED_KEY_LIST is the keys as they stand in a statement. */
export const FEED_KEY_LIST = FEED_KEYS.join(", ");
const KEYS = FEED_KEY_LIST;
const LEARN_DAYS = 28;
const DEFAULT_SECONDS = 900;
const CERTAIN = "has_beat OR (has_learned AND calendar != '')";

/** buildHeardFeeds returns a subquery of the feeds in reach that were heard: first_seen, newest, received, beat (heartbeat cadence, 0 = none), workflows. */
export function buildHeardFeeds(reach: Reach, params: SqlParameters): string {
  const conditions = buildReachConditions(reach, "feed", params);
  const workflows = reach.parts.filter.workflows;
  const having = workflows == null ? "" : ` HAVING hasAny(workflows, ${params.addTexts("workflows", workflows)})`;
  return (
    `SELECT ${KEYS}, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, ` +
    `groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE ${conditions.join(" AND ")} GROUP BY ${KEYS}${having}`
  );
}

/**
 * buildKnownFeeds returns a subquery of every feed in reach with its cadence, in the order of METRICS: declared, from the newest heartbeat,
 * learned as the 99th percentile of its gaps once 7 days were seen, else 15 minutes. Feeds only declared count from their declaration.
 * `is_certain` are those whose silence says something: somebody stated the cadence, or it was learned within known opening hours. Where hours
 * are not known, each night looks like a silence.
 */
export function buildKnownFeeds(reach: Reach, knowledge: FeedKnowledge, asOf: Date, params: SqlParameters): string {
  const heard = buildHeardFeeds(reach, params);
  const gaps = buildGaps(reach, knowledge, asOf, params);
  const learned =
    `SELECT ${KEYS}, workflows, heard.first_seen AS seen_from, heard.beat > 0 AS has_beat, gaps.learned > 0 AS has_learned, toUInt32(multiIf(heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, ${DEFAULT_SECONDS})) AS own_cadence ` +
    `FROM (${heard}) AS heard LEFT JOIN (${gaps}) AS gaps USING (${KEYS})`;
  if (knowledge.declared.length === 0)
    return `SELECT ${KEYS}, workflows, seen_from, own_cadence AS cadence, ${buildStoreCalendar(knowledge, params)} AS calendar, ${CERTAIN} AS is_certain FROM (${learned})`;
  const conditions = buildReachConditions(reach, "feed", params);
  const onlyHeard = reach.parts.filter.workflows == null ? "" : "WHERE own_cadence > 0";
  return (
    `SELECT ${KEYS}, workflows, if(own_cadence > 0, seen_from, declared_at) AS seen_from, if(declared_cadence > 0, declared_cadence, own_cadence) AS cadence, ` +
    `if(declared_calendar != '', declared_calendar, ${buildStoreCalendar(knowledge, params)}) AS calendar, declared_cadence > 0 OR ${CERTAIN} AS is_certain ` +
    `FROM (${learned}) AS heard FULL JOIN (SELECT ${KEYS}, declared_cadence, declared_at, declared_calendar FROM (${buildDeclared(knowledge, params)}) WHERE ${conditions.join(" AND ")}) AS declared USING (${KEYS}) ${onlyHeard}`
  );
}

/** buildStoreCalendar returns the calendar of the store of a feed; '' = always open. */
export function buildStoreCalendar({ calendarOfStore }: FeedKnowledge, params: SqlParameters): string {
  if (calendarOfStore.length === 0) return "''";
  const stores = params.addTexts(
    "calendar_of_stores",
    calendarOfStore.map((store) => `${store.client}\0${store.id}`),
  );
  const calendars = params.addTexts(
    "calendar_of_store",
    calendarOfStore.map((store) => store.calendar),
  );
  return `transform(concat(client, '\\0', store), ${stores}, ${calendars}, '')`;
}

/** buildFeedCalendar returns the calendar of a feed: declared for it, else that of its store; '' = always open. */
export function buildFeedCalendar(knowledge: FeedKnowledge, params: SqlParameters): string {
  const own = knowledge.declared.filter((feed) => feed.calendar !== "");
  const ofStore = buildStoreCalendar(knowledge, params);
  if (own.length === 0) return ofStore;
  const feeds = params.addTexts(
    "calendar_of_feeds",
    own.map((feed) => FEED_KEYS.map((key) => feed[key]).join("\0")),
  );
  const calendars = params.addTexts(
    "calendar_of_feed",
    own.map((feed) => feed.calendar),
  );
  return `transform(concat(${FEED_KEYS.join(", '\\0', ")}), ${feeds}, ${calendars}, ${ofStore})`;
}

/** buildWorkflowColumn repeats a feed for each workflow that it has sent, of those the question is about; '' when not asked by workflow. */
export function buildWorkflowColumn(reach: Reach, dimensions: readonly Dimension[], params: SqlParameters): string {
  if (!dimensions.includes("WORKFLOW")) return "";
  const asked = reach.parts.filter.workflows;
  if (asked == null) return "arrayJoin(workflows) AS workflow, ";
  return `arrayJoin(arrayIntersect(workflows, ${params.addTexts("workflows", asked)})) AS workflow, `;
}

/** buildLookback returns the longest cadence of the tenant's feeds in seconds: how far before a range an activity may still vouch for it. */
export function buildLookback(knowledge: FeedKnowledge, asOf: Date, params: SqlParameters): string {
  const declared = params.add(
    "longest_declared",
    "UInt32",
    Math.max(0, ...knowledge.declared.map((feed) => feed.cadenceSeconds)),
  );
  const at = params.addInstant("as_of", asOf);
  const own = `multiIf(beat > 0, beat, first_seen <= ${at} - INTERVAL 7 DAY, ${LEARN_DAYS * 86_400}, ${DEFAULT_SECONDS})`;
  return `greatest(${declared}, (SELECT max(${own}) FROM (SELECT min(feed.first_seen) AS first_seen, max(feed.cadence).2 AS beat FROM feed WHERE tenant = {tenant:String} GROUP BY ${KEYS})))`;
}

/** Only feeds without heartbeat that were first seen a week ago learn; the others are not read. */
function buildGaps(reach: Reach, knowledge: FeedKnowledge, asOf: Date, params: SqlParameters): string {
  const conditions = buildReachConditions(reach, "feed", params);
  const at = params.addInstant("as_of", asOf);
  const learning = `SELECT ${KEYS} FROM feed WHERE ${conditions.join(" AND ")} GROUP BY ${KEYS} HAVING max(feed.cadence).2 = 0 AND min(feed.first_seen) <= ${at} - INTERVAL 7 DAY`;
  const heard = `SELECT ${KEYS}, slice, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate(${at}) - ${LEARN_DAYS} AND slice < ${at} AND (${KEYS}) IN (${learning}) GROUP BY ${KEYS}, slice`;
  const sorted = `SELECT ${KEYS}, arraySort(groupArray(heard_ms)) AS beats FROM (${heard}) GROUP BY ${KEYS} HAVING length(beats) > 1`;
  if (!hasCalendars(knowledge))
    return `SELECT ${KEYS}, ${renderLearned("arrayPopFront(arrayDifference(beats))")} AS learned FROM (${sorted})`;
  // A night is no gap: what is left of it is the open time between its two beats.
  const opening = buildOpening({ from: `${at} - INTERVAL ${LEARN_DAYS + 1} DAY`, to: at, unitMs: 1 }, params);
  const open = `arrayFilter(gap -> gap > 0, arrayPopFront(arrayDifference(${renderOpenTime("beats")})))`;
  return `SELECT ${KEYS}, ${open} AS open_gaps, if(empty(open_gaps), toUInt32(0), ${renderLearned("open_gaps")}) AS learned FROM (SELECT *, ${buildFeedCalendar(knowledge, params)} AS calendar FROM (${sorted})) AS beating LEFT JOIN (${opening}) AS opening USING (calendar)`;
}

function renderLearned(gaps: string): string {
  return `toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', ${gaps}) / 1000))`;
}

function buildDeclared({ declared }: FeedKnowledge, params: SqlParameters): string {
  const texts = FEED_KEYS.map((key) =>
    params.addTexts(
      `declared_${key}`,
      declared.map((feed) => feed[key]),
    ),
  );
  const cadences = params.add(
    "declared_cadence",
    "Array(UInt32)",
    declared.map((feed) => feed.cadenceSeconds),
  );
  const since = params.add(
    "declared_since",
    "Array(Int64)",
    declared.map((feed) => feed.declaredAt.getTime()),
  );
  const calendars = params.addTexts(
    "declared_calendar",
    declared.map((feed) => feed.calendar),
  );
  const columns = FEED_KEYS.map((key, position) => `toLowCardinality(row.${position + 1}) AS ${key}`);
  return `SELECT {tenant:String} AS tenant, ${columns.join(", ")}, row.6 AS declared_cadence, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at, row.8 AS declared_calendar FROM (SELECT arrayJoin(arrayZip(${[...texts, cadences, since, calendars].join(", ")})) AS row)`;
}
