import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import { buildKnownFeeds, buildLookback, buildWorkflowColumn, FEED_KEY_LIST as KEYS } from "./build-feed-tables.js";
import type { FeedKnowledge } from "./feed-knowledge.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { HEARD_BLOCKS, HEARD_MARKS, HOURS_OF_DAY } from "./build-heard-blocks.js";
import { buildOpening, buildOpenLookback, hasCalendars, renderOpenTime } from "./build-opening.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { MAX_ROWS } from "./compile-flow.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** FeedQuestion asks how much of a range the feeds in reach were measured. */
export interface FeedQuestion {
  readonly knowledge: FeedKnowledge;
  readonly dimensions: readonly Dimension[];
  readonly from: Date;
  readonly asOf: Date;
  readonly bounds: readonly number[] | undefined;
}

/** SLICE_SECONDS: a slice of event time is 5 minutes. */
export const SLICE_SECONDS = 300;
const SLICE_MS = SLICE_SECONDS * 1000;

/** What is complete changes every 5 minutes; only late events change it in between. */
const KEEP_MS = 20_000;

/**
 * compileCoverage counts, per feed, the complete slices of [from, asOf) since it was first seen while its calendar is open, and those of them
 * at whose end the newest activity was at most one cadence (in whole minutes, rounded up) of open time old. Slices are numbered in open
 * time, in which nights have no length: a block of activity vouches for its slices and for one cadence behind its last minute.
 * `known_from_slice`, by the clock, is the slice of the range in which the first of the feeds was known.
 */
export function compileCoverage(reach: Reach, question: FeedQuestion): Statement {
  const params = new SqlParameters();
  const { bounds } = question;
  const keys = buildGroupKeys(reach, "feed", { dimensions: question.dimensions, attributes: [] }, params);
  const select = keys.map((key) => `${key.sql} AS ${key.alias}`);
  const grouping = keys.map((key) => key.alias);
  if (bounds !== undefined) {
    select.push(`${params.add("bounds", "Array(Int64)", bounds)}[bucket_number] AS bucket`);
    grouping.push("bucket");
  }
  const [edgeFrom, edgeTo] =
    bounds === undefined
      ? ["first_slice", "end_slice"]
      : ["greatest(first_slice, edges[bucket_number])", "least(end_slice, edges[bucket_number + 1])"];
  const buckets = bounds === undefined ? "" : "\nARRAY JOIN arrayEnumerate(arrayPopBack(edges)) AS bucket_number";
  const measured = "arraySum(span -> greatest(least(span.2, slice_to) - greatest(span.1, slice_from), 0), spans)";
  select.push(
    "sum(slice_to - slice_from) AS expected_slices",
    `sum(${measured} AS measured) AS measured_slices`,
    "sumIf(slice_to - slice_from, is_certain) AS certain_expected",
    "sumIf(measured, is_certain) AS certain_measured",
    ...(bounds === undefined ? ["min(known_slice) AS known_from_slice"] : []),
  );
  const sql = `WITH
    ${buildHeardFrom(question, params)} AS heard_from,
    ${edgeFrom} AS slice_from,
    ${edgeTo} AS slice_to
SELECT
    ${select.join(",\n    ")}
FROM
(
${buildSpans(reach, question, params)}
)${buckets}
WHERE slice_to > slice_from${grouping.length > 0 ? `\nGROUP BY ${grouping.join(", ")}` : ""}
LIMIT ${MAX_ROWS + 1}`;
  return { name: "metrics.feed.coverage", sql, params: params.values, keepMs: KEEP_MS };
}

/** One row a feed (and workflow, where asked by it): the slices expected of it, and spans of measured ones, apart from each other. */
function buildSpans(reach: Reach, question: FeedQuestion, params: SqlParameters): string {
  const { bounds = [], knowledge } = question;
  // Whole slices only, so that questions asked within the same 5 minutes are the same question.
  const slices = {
    first: Math.ceil(question.from.getTime() / SLICE_MS),
    end: Math.floor(question.asOf.getTime() / SLICE_MS),
  };
  const first = params.add("first_slice", "Int64", slices.first);
  const end = params.add("end_slice", "Int64", slices.end);
  const edges = params.add(
    "edges",
    "Array(Int64)",
    [...bounds, ...(bounds.length > 0 ? [question.asOf.getTime()] : [])].map((ms) => Math.ceil(ms / SLICE_MS) * 5),
  );
  const time = (points: string) => (hasCalendars(knowledge) ? renderOpenTime(points) : points);
  const seen = `greatest(${first}, intDiv(toUnixTimestamp64Milli(seen_from), ${SLICE_MS}))`;
  const columns = [
    ...HEARD_BLOCKS,
    ...(question.bounds === undefined ? [`${seen} AS known_slice`] : []),
    `${time(`[${seen} * 5, ${end} * 5]`)} AS range_minutes`,
    "intDiv(range_minutes[1], 5) AS first_slice",
    "intDiv(range_minutes[2], 5) AS end_slice",
    ...(bounds.length > 0 ? [`arrayMap(minute -> intDiv(minute, 5), ${time(edges)}) AS edges`] : []),
    `arrayMap(minute -> intDiv(minute, 5), ${time("arrayMap(slice -> slice * 5, block_starts)")}) AS open_starts`,
    `${time("block_ends")} AS open_ends`,
    `arrayMap((start, last, next) -> (start, least(next, greatest(start, intDiv(last + cadence_minutes, 5)))), open_starts, open_ends, arraySlice(arrayPushBack(open_starts, end_slice), 2)) AS spans`,
  ];
  const opening = buildOpening(
    { from: "toDateTime(heard_from)", to: params.addInstant("as_of", new Date(slices.end * SLICE_MS)), unitMs: 60_000 },
    params,
  );
  return `    SELECT ${KEYS}, ${question.dimensions.includes("WORKFLOW") ? "workflow, " : ""}cadence_minutes, is_certain,
        ${columns.join(",\n        ")}
    FROM (${buildMarks(reach, question, params)}
    )${hasCalendars(knowledge) ? ` AS heard LEFT JOIN (${opening}) AS opening USING (calendar)` : ""}`;
}

/** One row a feed (and workflow), with everything it was heard at. */
function buildMarks(reach: Reach, question: FeedQuestion, params: SqlParameters): string {
  const { knowledge, dimensions } = question;
  const end = new Date(Math.floor(question.asOf.getTime() / SLICE_MS) * SLICE_MS);
  const at = params.addInstant("as_of", end);
  const workflow = buildWorkflowColumn(reach, dimensions, params);
  const grouping = workflow === "" ? KEYS : `${KEYS}, workflow`;
  const conditions = buildReachConditions(reach, "feed", params);
  return `
        SELECT ${grouping}, any(known_cadence) AS cadence_minutes, any(known_calendar) AS calendar, any(known_from) AS seen_from, any(known_certain) AS is_certain, arraySort(groupArrayArray(day_marks)) AS marks
        FROM
        (
            SELECT ${KEYS}, ${workflow}toInt64(intDiv(cadence + 59, 60)) AS cadence_minutes, cadence_minutes AS known_cadence, calendar AS known_calendar, seen_from AS known_from, is_certain AS known_certain,
                ${HEARD_MARKS.join(",\n                ")}
            FROM (${buildKnownFeeds(reach, knowledge, end, params)}) AS known
            LEFT JOIN
            (
                SELECT ${KEYS}, toInt64(toUInt16(day)) AS day_number,
                    if(day = toDate(${at}), arrayMap((hour, number) -> multiIf(number < toHour(${at}), hour, number > toHour(${at}), toUInt64(0), bitAnd(hour, toUInt64(bitShiftLeft(toUInt64(1), toMinute(${at})) - 1))), ${HOURS_OF_DAY}, range(24)), ${HOURS_OF_DAY}) AS heard_hours
                FROM feed_day FINAL
                WHERE ${conditions.join(" AND ")}
                  AND day >= toDate(toDateTime(heard_from)) AND day <= toDate(${at})
            ) AS days USING (${KEYS})
        )
        GROUP BY ${grouping}`;
}

/** From when on, as seconds since 1970, a mark may vouch for the range. */
function buildHeardFrom({ knowledge, from, asOf }: FeedQuestion, params: SqlParameters): string {
  const start = params.addInstant("from", new Date(Math.ceil(from.getTime() / SLICE_MS) * SLICE_MS));
  const lookback = buildLookback(knowledge, new Date(Math.floor(asOf.getTime() / SLICE_MS) * SLICE_MS), params);
  const byClock = `toInt64(toUnixTimestamp(${start})) - ${lookback}`;
  return hasCalendars(knowledge) ? `least(${byClock}, ${buildOpenLookback(start, lookback)})` : byClock;
}
