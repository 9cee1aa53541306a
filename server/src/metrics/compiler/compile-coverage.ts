import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import { buildFeedTables, FEED_KEYS, type FeedKnowledge } from "./build-feed-tables.js";
import { buildGroupKeys } from "./build-group-keys.js";
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
const KEYS = FEED_KEYS.join(", ");

/**
 * compileCoverage counts, per feed, the complete slices of [from, asOf) since it was first seen, and those of them at whose end the newest
 * activity was at most one cadence old. Each heard slice vouches for the slices up to its newest + cadence or the next heard one.
 */
export function compileCoverage(reach: Reach, question: FeedQuestion): Statement {
  const params = new SqlParameters();
  const tables = buildFeedTables(reach, question.knowledge, question.asOf, params);
  const keys = buildGroupKeys(reach, "feed", { dimensions: question.dimensions, attributes: [] }, params);
  const sliceMs = SLICE_SECONDS * 1000;
  const first = params.add("first_slice", "Int64", Math.ceil(question.from.getTime() / sliceMs));
  const end = params.add("end_slice", "Int64", Math.floor(question.asOf.getTime() / sliceMs));
  const at = params.addInstant("as_of", question.asOf);
  const from = params.addInstant("from", question.from);
  const isTotal = question.bounds === undefined;
  const bucket = isTotal
    ? []
    : [`roundDown(slice_number * ${sliceMs}, ${params.add("bounds", "Array(Int64)", question.bounds)}) AS bucket`];
  const aliases = keys.map((key) => key.alias);
  const grouping = [...aliases, ...(isTotal ? [] : ["bucket"])];
  // Totals count lengths of spans; a series has to name each slice.
  const figure = isTotal ? "greatest(span_end - span_start, 0)" : "1";
  const explode = isTotal ? "" : " ARRAY JOIN range(toUInt64(span_start), toUInt64(greatest(span_start, span_end))) AS slice_number";
  const select = [...keys.map((key) => `${key.sql} AS ${key.alias}`), ...bucket, `sumIf(${figure}, is_expected) AS expected_slices`, `sumIf(${figure}, NOT is_expected) AS measured_slices`];
  const sql = [
    "WITH",
    `    ${tables.join(",\n    ")},`,
    `    (SELECT max(cadence) FROM known) AS longest,`,
    `    active AS (SELECT ${KEYS}, intDiv(toInt64(toUnixTimestamp(slice)), ${SLICE_SECONDS}) AS number, toUnixTimestamp64Milli(max(feed_activity.newest)) AS newest_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate(${from} - toIntervalSecond(longest)) - 1 AND day <= toDate(${at}) AND (${KEYS}) IN (SELECT ${KEYS} FROM known) GROUP BY ${KEYS}, slice),`,
    `    vouched AS (SELECT ${KEYS}, number, newest_ms, leadInFrame(number, 1, ${end}) OVER (PARTITION BY ${KEYS} ORDER BY number ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next_number FROM active),`,
    `    spans AS (SELECT ${KEYS}, toUInt8(1) AS is_expected, greatest(${first}, intDiv(toUnixTimestamp64Milli(seen_from), ${sliceMs})) AS span_start, ${end} AS span_end FROM known`,
    `      UNION ALL SELECT ${KEYS}, toUInt8(0) AS is_expected, greatest(${first}, vouched.number, intDiv(toUnixTimestamp64Milli(known.seen_from), ${sliceMs})) AS span_start, least(${end}, vouched.next_number, if(vouched.newest_ms + known.cadence * 1000 < (vouched.number + 1) * ${sliceMs}, vouched.number, intDiv(vouched.newest_ms + known.cadence * 1000, ${sliceMs}))) AS span_end FROM vouched INNER JOIN known USING (${KEYS}))`,
    `SELECT\n    ${select.join(",\n    ")}`,
    `FROM spans${explode}`,
    "WHERE span_end > span_start",
    ...(grouping.length > 0 ? [`GROUP BY ${grouping.join(", ")}`] : []),
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: "metrics.feed.coverage", sql, params: params.values };
}
