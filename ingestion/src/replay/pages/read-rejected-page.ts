import type { Mapping } from "@watchfloor/dashboards";
import type { ClickHouse, Postgres, Replay, ReplayCursor } from "@watchfloor/sql";
import { decideRow, type DecidedRow } from "../decide/decide-row.js";
import { findReplaySender } from "../decide/find-replay-sender.js";
import type { ReplaySender } from "../decide/replay-sender.js";
import { reproduceEvents } from "../decide/reproduce-events.js";
import type { RecentIdentities } from "../../pipeline/recent-identities.js";
import { buildRejectedPage, type JudgedRow } from "./build-rejected-page.js";
import { findStoredIdentities } from "./find-stored-identities.js";
import type { PageQuestion } from "./page-question.js";
import { readRejectedRows } from "./read-rejected-rows.js";
import type { RejectedRow } from "./rejected-row.js";
import type { ReplayPage } from "./replay-page.js";

/** One payload may make 10,000 events of 32 MiB: a page ends after the row with which it reaches either bound. */
const MAX_EVENTS = 10_000;
const MAX_TEXT = 16 * 1024 * 1024;

/** RejectedPageSurroundings are what refused events are decided with. */
export interface RejectedPageSurroundings {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly recent: RecentIdentities;
  readonly getMapping: (name: string) => Promise<Mapping>;
  readonly now: () => Date;
  /** Is told of a row that could not be decided; it stays as it is. */
  readonly onUndecided: (cause: unknown) => void;
}

/** readRejectedPage reads the next refused events and decides them again; undefined when there are no more. */
export async function readRejectedPage(
  surroundings: RejectedPageSurroundings,
  question: PageQuestion,
): Promise<ReplayPage | undefined> {
  const { clickhouse, now } = surroundings;
  const { tenant } = question.replay;
  const found = await readRejectedRows(clickhouse, question);
  if (found === undefined) return undefined;
  const rows = await judgeRows(found.rows, question.replay, surroundings);
  const passed = rows.flatMap(({ decided }) => decided?.passed ?? []);
  const stored = await findStoredIdentities(clickhouse, tenant, passed);
  const end = rows.length < found.rows.length ? readCursor(rows.at(-1)?.row, found.end) : found.end;
  return buildRejectedPage({ tenant, nowMs: now().getTime(), end, rows, stored });
}

async function judgeRows(
  rows: readonly RejectedRow[],
  replay: Replay,
  surroundings: RejectedPageSurroundings,
): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = [];
  const senders = new Map<string, ReplaySender>();
  let events = 0;
  let text = 0;
  for (const row of rows) {
    const sender = await findSenderOnce(senders, row, replay, surroundings.postgres);
    const key = { ...sender.key, isBackfill: sender.key.isBackfill || replay.isBackfill };
    const decided = await decide(row, { ...sender, key }, surroundings);
    judged.push({ row, sentBy: key.id, isBackfill: key.isBackfill, decided });
    for (const passed of decided?.passed ?? []) {
      events += 1;
      text += passed.text.length;
    }
    if (events >= MAX_EVENTS || text >= MAX_TEXT) break;
    // Mapping takes its time; whoever sends meanwhile comes first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return judged;
}

/** A replay asked for by somebody who is limited to clients reaches no other client, whatever the key of the event may send. */
async function findSenderOnce(
  known: Map<string, ReplaySender>,
  row: RejectedRow,
  { tenant, clients }: Replay,
  postgres: Postgres,
): Promise<ReplaySender> {
  const name = `${row.sentBy}\0${row.client}`;
  const found = known.get(name) ?? (await findReplaySender(postgres, tenant, row));
  // Of rows without a key the sender is read from each payload.
  if (row.sentBy !== "") known.set(name, found);
  if (clients === null) return found;
  const allowed = found.key.clients?.filter((client) => clients.includes(client)) ?? clients;
  return { ...found, key: { ...found.key, clients: allowed } };
}

/** One row must not hold up the others, whatever is wrong with it. */
async function decide(
  row: RejectedRow,
  sender: ReplaySender,
  { getMapping, recent, onUndecided }: RejectedPageSurroundings,
): Promise<DecidedRow | undefined> {
  try {
    const reproduced = await reproduceEvents(row, sender, getMapping);
    if (reproduced === undefined) return undefined;
    return decideRow(reproduced, { key: sender.key, receivedAtMs: row.receivedAtMs, recent });
  } catch (cause) {
    onUndecided(cause);
    return undefined;
  }
}

function readCursor(row: RejectedRow | undefined, end: ReplayCursor): ReplayCursor {
  return row === undefined ? end : { day: row.day, key: [row.request, row.position] };
}
