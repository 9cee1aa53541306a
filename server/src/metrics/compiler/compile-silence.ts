import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import { buildFeedTables, FEED_KEYS, type FeedKnowledge } from "./build-feed-tables.js";
import { buildGroupKeys } from "./build-group-keys.js";
import { MAX_ROWS } from "./compile-flow.js";
import { SqlParameters } from "./sql-parameters.js";
import type { Statement } from "./statement.js";

/** SilenceQuestion asks for the longest silence of the feeds in reach at each of the instants (sorted, epoch milliseconds). */
export interface SilenceQuestion {
  readonly knowledge: FeedKnowledge;
  readonly dimensions: readonly Dimension[];
  readonly instants: readonly number[];
  readonly isNow: boolean;
}

const KEYS = FEED_KEYS.join(", ");

/** compileSilence compiles the greatest of instant - newest event before it. NOTE: a feed declared and never heard has no newest event and is not in it. */
export function compileSilence(reach: Reach, question: SilenceQuestion): Statement {
  const params = new SqlParameters();
  const { instants } = question;
  const lastMs = instants[instants.length - 1] ?? 0;
  const tables = buildFeedTables(reach, question.knowledge, new Date(lastMs), params);
  const keys = buildGroupKeys(reach, "feed", { dimensions: question.dimensions, attributes: [] }, params);
  const last = params.addInstant("as_of", new Date(lastMs));
  const select = [...keys.map((key) => `${key.sql} AS ${key.alias}`), "instant", "max(greatest(instant - newest_ms, 0)) / 1000 AS silence", "count() AS feeds"];
  const list = params.add("instants", "Array(Int64)", instants);
  const current = `SELECT ${KEYS}, ${list}[1] AS instant, toUnixTimestamp64Milli(newest) AS newest_ms FROM known WHERE is_heard AND seen_from < ${last}`;
  const past = `SELECT ${KEYS}, asked.instant AS instant, heard_at AS newest_ms FROM (SELECT ${KEYS}, arrayJoin(${list}) AS instant FROM known WHERE is_heard) AS asked ASOF INNER JOIN (SELECT ${KEYS}, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_at FROM feed_activity WHERE tenant = {tenant:String} AND day <= toDate(${last}) AND (${KEYS}) IN (SELECT ${KEYS} FROM known) GROUP BY ${KEYS}, slice) AS active ON ${FEED_KEYS.map((key) => `asked.${key} = active.${key}`).join(" AND ")} AND asked.instant > active.heard_at`;
  const sql = [
    "WITH",
    `    ${tables.join(",\n    ")}`,
    `SELECT\n    ${select.join(",\n    ")}`,
    `FROM (${question.isNow && instants.length === 1 ? current : past})`,
    `GROUP BY ${[...keys.map((key) => key.alias), "instant"].join(", ")}`,
    `LIMIT ${MAX_ROWS + 1}`,
  ].join("\n");
  return { name: "metrics.feed.silence", sql, params: params.values };
}
