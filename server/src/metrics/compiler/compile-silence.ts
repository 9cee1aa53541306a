import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import {
  buildFeedCalendar,
  buildHeardFeeds,
  buildWorkflowColumn,
  FEED_KEYS,
  FEED_KEY_LIST as KEYS,
} from "./build-feed-tables.js";
import type { FeedKnowledge } from "./feed-knowledge.js";
import { buildOpening, hasCalendars, renderOpenTime } from "./build-opening.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { buildReachConditions } from "./build-reach-conditions.js";
import { MAX_ROWS } from "./compile-flow.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** SilenceQuestion asks for the longest silence of the feeds in reach at each of the instants (sorted, epoch milliseconds). */
export interface SilenceQuestion {
  readonly knowledge: FeedKnowledge;
  readonly dimensions: readonly Dimension[];
  readonly instants: readonly number[];
  /** Whether the only instant is this moment: then the newest events are known without history. */
  readonly isNow: boolean;
}

/** compileSilence compiles the greatest open time between the newest event before an instant and the instant. NOTE: a feed declared and never heard has no newest event and is not in it. */
export function compileSilence(reach: Reach, question: SilenceQuestion): Statement {
  const params = new SqlParameters();
  const { instants } = question;
  const lastInstant = new Date(instants[instants.length - 1] ?? 0);
  const conditions = buildReachConditions(reach, "feed", params);
  const keys = buildGroupKeys(reach, "feed", { dimensions: question.dimensions, attributes: [] }, params);
  const heard = buildHeardFeeds(reach, params);
  const last = params.addInstant("as_of", lastInstant);
  const list = params.add("instants", "Array(Int64)", instants);
  const { knowledge } = question;
  // An event is never later than the instant: with a clock that is ahead it may be, and then nothing is silent.
  const ends = renderOpenTime("[least(newest_ms, instant), instant]");
  const silence = hasCalendars(knowledge)
    ? `arrayElement(arrayDifference(${ends}), 2)`
    : "greatest(instant - newest_ms, 0)";
  const select = [...keys.map((key) => `${key.sql} AS ${key.alias}`), "instant", `max(${silence}) / 1000 AS silence`];
  const workflow = buildWorkflowColumn(reach, question.dimensions, params);
  const current = `SELECT ${KEYS}, ${workflow}${list}[1] AS instant, toUnixTimestamp64Milli(newest) AS newest_ms FROM (${heard})`;
  const activity = `SELECT ${KEYS}, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_at FROM feed_activity WHERE ${conditions.join(" AND ")} AND day <= toDate(${last}) GROUP BY ${KEYS}, slice`;
  const matches = FEED_KEYS.map((key) => `asked.${key} = active.${key}`).join(" AND ");
  const past = `SELECT ${KEYS}, ${workflow === "" ? "" : "asked.workflow AS workflow, "}asked.instant AS instant, active.heard_at AS newest_ms FROM (SELECT ${KEYS}, ${workflow}arrayJoin(${list}) AS instant FROM (${heard})) AS asked ASOF INNER JOIN (${activity}) AS active ON ${matches} AND asked.instant > active.heard_at`;
  const silences = question.isNow && instants.length === 1 ? current : past;
  const sql = [
    `SELECT\n    ${select.join(",\n    ")}`,
    hasCalendars(knowledge) ? buildOpenSource(silences, knowledge, last, params) : `FROM (${silences})`,
    `GROUP BY ${[...keys.map((key) => key.alias), "instant"].join(", ")}`,
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: "metrics.feed.silence", sql, params: params.values };
}

/** A cadence declared for a feed may come with a calendar of its own; else that of its store counts. */
function buildOpenSource(silences: string, knowledge: FeedKnowledge, last: string, params: SqlParameters): string {
  const opening = buildOpening({ from: "toDateTime(0)", to: last, unitMs: 1 }, params);
  return `FROM (SELECT *, ${buildFeedCalendar(knowledge, params)} AS calendar FROM (${silences})) AS silences
LEFT JOIN (${opening}) AS opening USING (calendar)`;
}
