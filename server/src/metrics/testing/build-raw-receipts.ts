import type { TestRow } from "./insert-rows.js";
import { STORES, TENANTS } from "./open-metrics-world.js";
import { Dice } from "./dice.js";

const MINUTE = 60_000;
const SLICE = 5 * MINUTE;

/** RawReceipt is one event that came in, each repetition of it included, in epoch milliseconds. */
export interface RawReceipt {
  readonly tenant: string;
  readonly client: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly id: string;
  readonly time: number;
  readonly receivedAt: number;
  /** Its own time, or that of its reception when its own is of no use. */
  readonly countedAt: number;
  readonly isBackfill: boolean;
  readonly isRefused: boolean;
  /** From when on it counts as out of sequence; undefined for one that came in order. */
  readonly unorderedFrom: number | undefined;
  /** What made it out of sequence came later and took it back. */
  readonly isTakenBack: boolean;
}

/** RECEIPT_TABLES are the tables that receipts leave rows in. */
export const RECEIPT_TABLES = ["event", "feed_count", "rejected_event", "out_of_sequence"] as const;

type ReceiptTable = (typeof RECEIPT_TABLES)[number];

/** RawReceipts is what came in, and the same as rows, insert by insert: some batches were stored twice. */
export interface RawReceipts {
  readonly receipts: readonly RawReceipt[];
  readonly inserts: Record<ReceiptTable, TestRow[][]>;
}

/** buildRawReceipts draws the same receipts every time: late, early, sent as history, repeated at once and much later, and refused. */
export function buildRawReceipts(range: { from: number; to: number }): RawReceipts {
  const dice = new Dice(11);
  const receipts = TENANTS.flatMap((tenant) => drawReceipts(dice, tenant, range));
  const inserts: RawReceipts["inserts"] = { event: [], feed_count: [], rejected_event: [], out_of_sequence: [] };
  for (let from = 0, batch = 1; from < receipts.length; batch += 1) {
    const some = receipts.slice(from, (from += dice.between(1, 40)));
    const stored = {
      event: buildEventRows(some),
      feed_count: buildCountRows(some, batch),
      rejected_event: buildRefusedRows(some),
      out_of_sequence: buildUnorderedRows(some),
    };
    for (const _ of dice.chance(0.2) ? [1, 2] : [1])
      for (const table of RECEIPT_TABLES) if (stored[table].length > 0) inserts[table].push(stored[table]);
  }
  return { receipts, inserts };
}

function drawReceipts(dice: Dice, tenant: string, range: { from: number; to: number }): RawReceipt[] {
  const receipts: RawReceipt[] = [];
  for (let number = 0; number < 900; number += 1) {
    const time = range.from + Math.floor(dice.next() * (range.to - range.from));
    const lag = dice.pick([500, 2_000, -30_000, 15 * MINUTE, 15 * MINUTE + 1, 3 * 60 * MINUTE]);
    const isRefused = dice.chance(0.1);
    const isDated = !isRefused || dice.chance(0.7);
    const place = dice.pick([...STORES, { client: "c1", id: "" }, ...(isRefused ? [{ client: "", id: "" }] : [])]);
    const receipt: RawReceipt = {
      ...{ tenant, client: place.client, store: place.id, source: dice.pick(["pos", "web"]) },
      ...{
        channel: place.client === "" ? "" : dice.pick(["pos", ""]),
        partner: place.client === "" ? "" : dice.pick(["p1", ""]),
      },
      ...{ id: `${tenant}-${number}`, time, receivedAt: time + lag, countedAt: isDated ? time : time + lag },
      ...{ isBackfill: !isRefused && dice.chance(0.1), isRefused },
      unorderedFrom: !isRefused && dice.chance(0.2) ? time + dice.pick([0, 15 * MINUTE, 180 * MINUTE]) : undefined,
      isTakenBack: dice.chance(0.3),
    };
    receipts.push(receipt);
    while (!isRefused && dice.chance(0.15))
      receipts.push({ ...receipt, receivedAt: receipt.receivedAt + dice.pick([1_000, 40 * MINUTE, 1_440 * MINUTE]) });
  }
  return receipts;
}

/** Of one content the earliest receipt has the greatest version, as the loader writes it. */
function buildEventRows(receipts: readonly RawReceipt[]): TestRow[] {
  return receipts
    .filter(({ isRefused }) => !isRefused)
    .map(({ tenant, client, source, store, channel, partner, id, time, receivedAt, isBackfill }) => ({
      ...{ tenant, client, source, store, channel, partner, id, kind: "feed.heartbeat", payload: "{}" },
      ...{ time: new Date(time), received_at: new Date(receivedAt), backfill: isBackfill ? 1 : 0 },
      content_hash: 1e12 - Math.ceil((receivedAt - time) / 1000),
    }));
}

function buildCountRows(receipts: readonly RawReceipt[], batch: number): TestRow[] {
  const rows = new Map<string, TestRow & { received: number }>();
  for (const { isRefused, tenant, client, source, store, channel, partner, time } of receipts) {
    if (isRefused) continue;
    const slice = new Date(Math.floor(time / SLICE) * SLICE).toISOString().replace("T", " ").slice(0, 19);
    const key = { tenant, day: slice.slice(0, 10), client, source, store, channel, partner, slice, writer: "w", batch };
    const name = JSON.stringify(key);
    rows.set(name, { ...key, received: (rows.get(name)?.received ?? 0) + 1 });
  }
  return [...rows.values()];
}

function buildRefusedRows(receipts: readonly RawReceipt[]): TestRow[] {
  return receipts
    .filter(({ isRefused }) => isRefused)
    .map(({ tenant, client, source, store, channel, partner, id, time, receivedAt, countedAt }) => ({
      ...{ tenant, client, source, store, channel, partner, id, request: id, position: 0, reason: "malformed" },
      ...{ received_at: new Date(receivedAt), time: countedAt === time ? new Date(time) : null },
    }));
}

/** One event may be out of sequence for two runs; what is taken back is written again with a greater version. */
function buildUnorderedRows(receipts: readonly RawReceipt[]): TestRow[] {
  return receipts.flatMap((receipt) => {
    const { tenant, client, source, store, channel, partner, id, time, unorderedFrom, isTakenBack } = receipt;
    if (unorderedFrom === undefined) return [];
    const row = {
      ...{ tenant, client, source, store, channel, partner, id, kind: "end_before_start", workflow: "w" },
      ...{ time: new Date(time), counts_from: new Date(unorderedFrom) },
    };
    return ["a", "b"].flatMap((run) => [
      { ...row, run, version: 1, withdrawn: 0 },
      ...(isTakenBack ? [{ ...row, run, version: 2, withdrawn: 1 }] : []),
    ]);
  });
}
