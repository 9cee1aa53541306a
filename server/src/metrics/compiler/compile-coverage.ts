import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import {
  buildKnownFeeds,
  buildLookback,
  buildWorkflowColumn,
  FEED_KEY_LIST as KEYS,
  type FeedKnowledge,
} from "./build-feed-tables.js";
import { buildGroupKeys } from "./build-group-keys.js";
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
 * compileCoverage counts, per feed, the complete slices of [from, asOf) since it was first seen, and those of them at whose end the newest
 * activity was at most one cadence old. Each heard slice vouches for the slices up to its newest + cadence, or the next heard one;
 * of several rows of one slice, which merging has not joined yet, all but the newest vouch for nothing.
 */
export function compileCoverage(reach: Reach, question: FeedQuestion): Statement {
  const params = new SqlParameters();
  // Whole slices only, so that questions asked within the same 5 minutes are the same question.
  const slices = {
    first: Math.ceil(question.from.getTime() / SLICE_MS),
    end: Math.floor(question.asOf.getTime() / SLICE_MS),
  };
  const keys = buildGroupKeys(reach, "feed", { dimensions: question.dimensions, attributes: [] }, params);
  const select = keys.map((key) => `${key.sql} AS ${key.alias}`);
  const grouping = keys.map((key) => key.alias);
  const { bounds } = question;
  // Totals add lengths of spans; a series has to name each slice.
  const series =
    bounds === undefined
      ? ""
      : "\nARRAY JOIN range(toUInt64(span.2), toUInt64(greatest(span.2, span.3))) AS slice_number";
  const figure = bounds === undefined ? "greatest(span.3 - span.2, 0)" : "1";
  if (bounds !== undefined) {
    select.push(
      `roundDown(toInt64(slice_number) * ${SLICE_MS}, ${params.add("bounds", "Array(Int64)", bounds)}) AS bucket`,
    );
    grouping.push("bucket");
  }
  select.push(`sumIf(${figure}, span.1 = 1) AS expected_slices`, `sumIf(${figure}, span.1 = 0) AS measured_slices`);
  const sql = `SELECT
    ${select.join(",\n    ")}
FROM
(
${buildSpans(reach, question, slices, params)}
)${series}
WHERE span.3 > span.2${grouping.length > 0 ? `\nGROUP BY ${grouping.join(", ")}` : ""}
LIMIT ${MAX_ROWS + 1}`;
  return { name: "metrics.feed.coverage", sql, params: params.values, keepMs: KEEP_MS };
}

/** A span is (1 = expected or 0 = measured, first slice, slice after the last); a feed of several workflows counts for each of them. */
function buildSpans(
  reach: Reach,
  { knowledge, dimensions }: FeedQuestion,
  slices: { first: number; end: number },
  params: SqlParameters,
): string {
  const conditions = buildReachConditions(reach, "feed", params);
  const first = params.add("first_slice", "Int64", slices.first);
  const end = params.add("end_slice", "Int64", slices.end);
  const asOf = new Date(slices.end * SLICE_MS);
  const at = params.addInstant("as_of", asOf);
  const from = params.addInstant("from", new Date(slices.first * SLICE_MS));
  const workflow = buildWorkflowColumn(reach, dimensions, params);
  return `    SELECT ${KEYS}, ${workflow}cadence,
        greatest(${first}, intDiv(toUnixTimestamp64Milli(seen_from), ${SLICE_MS})) AS begin,
        arrayMap(beat -> intDiv(beat, ${SLICE_MS}), beats) AS heard,
        arrayPopFront(arrayPushBack(heard, ${end})) AS following,
        arrayMap((beat, number, next) -> (toUInt8(0), greatest(begin, number), least(${end}, next, greatest(number, intDiv(beat + cadence * 1000, ${SLICE_MS})))), beats, heard, following) AS vouched,
        arrayJoin(arrayPushBack(vouched, (toUInt8(1), begin, ${end}))) AS span
    FROM (${buildKnownFeeds(reach, knowledge, asOf, params)}) AS known
    LEFT JOIN
    (
        SELECT ${KEYS}, arraySort(groupArray(toUnixTimestamp64Milli(feed_activity.newest))) AS beats
        FROM feed_activity
        WHERE ${conditions.join(" AND ")}
          AND day >= toDate(${from} - toIntervalSecond(${buildLookback(knowledge, asOf, params)})) - 1
          AND day <= toDate(${at}) AND slice < ${at}
        GROUP BY ${KEYS}
    ) AS active USING (${KEYS})`;
}
