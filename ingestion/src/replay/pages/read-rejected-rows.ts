import type { ClickHouse, ReplayCursor } from "@watchfloor/sql";
import { listReplayConditions } from "./list-replay-conditions.js";
import type { PageQuestion } from "./page-question.js";
import { readKeyedPage } from "./read-keyed-page.js";
import type { RejectedRow } from "./rejected-row.js";

const MAX_ROWS = 500;

const COLUMNS = `toString(toDate(received_at)) AS day, request, position, toUnixTimestamp64Milli(received_at) AS receivedAtMs, source, id, reason,
  field, detail, payload, client, store, channel, partner, if(isNull(time), NULL, toUnixTimestamp64Milli(assumeNotNull(time))) AS timeMs,
  sent_by AS sentBy`;
const KEY = [
  { column: "request", type: "String" },
  { column: "position", type: "UInt32" },
] as const;

/** readRejectedRows reads the next events that are refused still; undefined when there are no more. */
export function readRejectedRows(
  clickhouse: ClickHouse,
  question: PageQuestion,
): Promise<{ readonly rows: readonly RejectedRow[]; readonly end: ReplayCursor } | undefined> {
  const conditions = [
    ...listReplayConditions(question.replay, "ifNull(time, received_at)"),
    ...(question.replay.reasons === null ? [] : ["reason IN {reasons:Array(String)}"]),
    "isNull(replayed_at)",
  ];
  const table = { name: "rejected_event", day: "toDate(received_at)", key: KEY, columns: COLUMNS } as const;
  return readKeyedPage<RejectedRow>(clickhouse, { ...table, conditions, maxRows: MAX_ROWS }, question);
}
