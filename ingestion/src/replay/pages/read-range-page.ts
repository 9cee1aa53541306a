import type { ClickHouse } from "@watchfloor/sql";
import { buildReceivedEvent } from "../../events/build-received-event.js";
import type { EventDocument } from "../../events/event-document.js";
import { EventTexts } from "../../events/event-texts.js";
import type { ReceivedEvent } from "../../events/received-event.js";
import { listReplayConditions } from "./list-replay-conditions.js";
import type { PageQuestion } from "./page-question.js";
import { readKeyedPage } from "./read-keyed-page.js";
import type { ReplayPage } from "./replay-page.js";

/** Measured with 300-byte events: larger pages are no faster, and hold up live events for longer. */
const MAX_ROWS = 5_000;

interface StoredEvent {
  readonly text: string;
  readonly receivedAtMs: number;
  readonly backfill: number;
}

/** The text travels as base64: it may hold bytes that are no UTF-8, and its hash must come out the same. */
const COLUMNS = "base64Encode(payload) AS text, toUnixTimestamp64Milli(received_at) AS receivedAtMs, backfill";
const KEY = ["client", "source", "id"].map((column) => ({ column, type: "String" as const }));

/** readRangePage reads the next stored events of a range, to be stored again as they were received first; undefined when there are no more. */
export async function readRangePage(clickhouse: ClickHouse, question: PageQuestion): Promise<ReplayPage | undefined> {
  const { replay } = question;
  const conditions = listReplayConditions(replay, "time");
  const table = {
    name: "event",
    day: "toDate(time)",
    key: KEY,
    columns: COLUMNS,
    conditions,
    maxRows: MAX_ROWS,
  } as const;
  const page = await readKeyedPage<StoredEvent>(clickhouse, table, question);
  if (page === undefined) return undefined;
  const pieces = page.rows.map(({ text }) => Buffer.from(text, "base64"));
  const bytes = Buffer.concat(pieces);
  const accepted = buildEvents(replay.tenant, page.rows, pieces, new EventTexts(bytes));
  const read = page.rows.length;
  return {
    end: page.end,
    bytes,
    counts: { read, accepted: accepted.length, duplicates: 0, rejected: read - accepted.length },
    request: {
      ...{ tenant: replay.tenant, receivedAtMs: replay.requestedAt.getTime(), isBackfill: false },
      ...{ accepted, rejected: [], repeats: [], counted: "before" },
    },
  };
}

function buildEvents(
  tenant: string,
  rows: readonly StoredEvent[],
  pieces: readonly Buffer[],
  texts: EventTexts,
): ReceivedEvent[] {
  const accepted: ReceivedEvent[] = [];
  let start = 0;
  for (const [index, { receivedAtMs, backfill }] of rows.entries()) {
    const piece = pieces[index] ?? Buffer.alloc(0);
    const text = texts.read(start, start + piece.length);
    start += piece.length;
    const event = parse(piece);
    if (event === undefined) continue;
    const isBackfill = backfill === 1;
    accepted.push(buildReceivedEvent({ tenant, event, text, receivedAtMs, isBackfill, counted: "before" }));
  }
  return accepted;
}

/** What cannot be read stays as it is stored; it must not hold up the others. */
function parse(text: Buffer): EventDocument | undefined {
  try {
    const value: unknown = JSON.parse(text.toString("utf8"));
    return typeof value === "object" && value !== null ? (value as EventDocument) : undefined;
  } catch {
    return undefined;
  }
}
