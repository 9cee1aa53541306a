import type { Replay, ReplayCursor, ReplayProgress } from "@watchfloor/sql";
import type { ReplayPage } from "./pages/replay-page.js";
import { replayPages, type ReplayWork } from "./replay-pages.js";

const counts = (read: number, accepted = read) => ({ read, accepted, duplicates: 0, rejected: read - accepted });
const at = (index: number): ReplayCursor => ({ day: "2026-06-01", key: [`r${index}`, index] });
const build = (more: Partial<Replay> = {}): Replay => ({
  ...{
    id: "i",
    tenant: "t",
    what: "rejected",
    by: "received_at",
    from: null,
    to: new Date(1),
    clients: null,
    sources: null,
  },
  ...{
    reasons: null,
    isBackfill: false,
    requestedBy: "p",
    requestedAt: new Date(1),
    state: "running",
    startedAt: null,
  },
  ...{ endedAt: null, waitingSince: new Date(1), claimedBy: "w", claimedUntil: null, cursor: null, planned: null },
  ...{ ...counts(0), error: null, ...more },
});
const page = (end: number, read: number, accepted = read): ReplayPage => ({
  ...{ end: at(end), counts: counts(read, accepted), bytes: Buffer.alloc(0) },
  request: { tenant: "t", receivedAtMs: 0, isBackfill: false, accepted: [], rejected: [], repeats: [] },
});

function begin(pages: readonly (ReplayPage | undefined)[], more: Partial<ReplayWork> = {}) {
  const saved: ReplayProgress[] = [];
  const asked: (ReplayCursor | null | undefined)[][] = [];
  const put: ReplayPage[] = [];
  const left = [...pages];
  const work: ReplayWork = {
    read: ({ after, until }) => Promise.resolve((asked.push([after, until]), left.shift())),
    door: { put: (one) => Promise.resolve((put.push(one), true)) },
    save: (progress) => Promise.resolve((saved.push(progress), true)),
    signal: new AbortController().signal,
    isTurnOver: () => false,
    ...more,
  };
  return { saved, asked, put, work };
}

describe("replayPages", () => {
  it("plans a page before it is stored and counts it after, until there is none", async () => {
    const { saved, asked, put, work } = begin([page(1, 5), page(2, 3, 2)]);
    expect(await replayPages(build(), work)).toBe(true);
    expect(asked).toEqual([
      [null, undefined],
      [at(1), undefined],
      [at(2), undefined],
    ]);
    expect(put).toHaveLength(2);
    expect(saved).toEqual([
      { planned: { end: at(1), counts: counts(5) } },
      { planned: null, cursor: at(1), ...counts(5) },
      { planned: { end: at(2), counts: counts(3, 2) } },
      { planned: null, cursor: at(2), ...counts(8, 7) },
    ]);
  });

  it.each([
    ["was stored whole", undefined, 0, counts(15, 13)],
    ["was stored, and some are refused still", page(1, 2, 0), 1, counts(15, 13)],
    ["was never stored", page(1, 5, 4), 1, counts(15, 14)],
  ])("of a page that was begun and %s counts what it brought, once", async (_, again, puts, expected) => {
    const planned = { end: at(1), counts: counts(5, 3) };
    const { saved, asked, put, work } = begin([again, undefined]);
    expect(await replayPages(build({ cursor: at(0), planned, ...counts(10) }), work)).toBe(true);
    expect(asked).toEqual([
      [at(0), at(1)],
      [at(1), undefined],
    ]);
    expect(put).toHaveLength(puts);
    expect(saved.at(-1)).toEqual({ planned: null, cursor: at(1), ...expected });
  });

  it.each<[string, Partial<ReplayWork>, number]>([
    ["its turn is over", { isTurnOver: () => true }, 0],
    ["the process closes", { signal: AbortSignal.abort() }, 0],
    ["it is no longer its own", { save: () => Promise.resolve(false) }, 0],
  ])("leaves off when %s", async (_, more, puts) => {
    const { put, work } = begin([page(1, 5)], more);
    expect(await replayPages(build(), work)).toBe(false);
    expect(put).toHaveLength(puts);
  });

  it("counts nothing of a page of which it is not known whether it was stored", async () => {
    const { saved, work } = begin([page(1, 5)], { door: { put: () => Promise.resolve(false) } });
    expect(await replayPages(build(), work)).toBe(false);
    expect(saved).toEqual([{ planned: { end: at(1), counts: counts(5) } }]);
  });
});
