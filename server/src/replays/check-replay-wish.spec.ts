import { checkReplayWish, type AskedReplay } from "./check-replay-wish.js";
import type { ReplayManager } from "./replay-manager.js";

const [FROM, TO] = [new Date("2026-06-01T00:00:00Z"), new Date("2026-06-02T00:00:00Z")];
const open: ReplayManager = { tenant: "t", clients: null, subjectId: "p" };
const limited: ReplayManager = { ...open, clients: ["a", "b"] };
const range: AskedReplay = { what: "range", from: FROM, to: TO };
const rejected: AskedReplay = { what: "rejected" };
const words = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);

describe("checkReplayWish", () => {
  it("takes all refused events by the time they were received, and a range by the time of its events", () => {
    const all = { tenant: "t", clients: null, sources: null, reasons: null, isBackfill: false, requestedBy: "p" };
    expect(checkReplayWish(rejected, open)).toEqual({
      wish: { ...all, what: "rejected", by: "received_at", from: null, to: null },
    });
    expect(checkReplayWish(range, open)).toEqual({
      wish: { ...all, what: "range", by: "event_time", from: FROM, to: TO },
    });
  });

  it("asks for the clients of whoever is limited to some", () => {
    expect(checkReplayWish(rejected, limited)).toMatchObject({ wish: { clients: ["a", "b"] } });
    expect(checkReplayWish({ ...rejected, clients: ["b"] }, limited)).toMatchObject({ wish: { clients: ["b"] } });
  });

  it.each<[string, AskedReplay, ReplayManager, string, string]>([
    ["a range without beginning", { ...range, from: null }, open, "INVALID", "from"],
    ["a range without end", { ...range, to: null }, open, "INVALID", "to"],
    ["a range of no length", { ...range, to: FROM }, open, "INVALID", "to"],
    ["refused events of a range the wrong way", { ...rejected, from: TO, to: FROM }, open, "INVALID", "to"],
    ["an empty list", { ...rejected, sources: [] }, open, "INVALID", "sources"],
    ["too many words", { ...rejected, sources: words(1_001) }, open, "INVALID", "sources"],
    ["an empty word", { ...rejected, clients: [""] }, open, "INVALID", "clients"],
    ["too long a word", { ...rejected, clients: ["x".repeat(129)] }, open, "INVALID", "clients"],
    ["reasons of stored events", { ...range, reasons: ["too_old"] }, open, "INVALID", "reasons"],
    ["stored events as history", { ...range, isBackfill: true }, open, "INVALID", "isBackfill"],
    ["a client beyond the own ones", { ...rejected, clients: ["a", "c"] }, limited, "NOT_FOUND", "clients"],
  ])("refuses %s", (_, asked, manager, reason, field) => {
    expect(checkReplayWish(asked, manager)).toMatchObject({ refusal: { reason, field } });
  });

  it("takes lists up to their bounds", () => {
    expect(checkReplayWish({ ...rejected, sources: words(1_000), clients: ["x".repeat(128)] }, open)).toHaveProperty(
      "wish",
    );
    expect(checkReplayWish({ ...range, isBackfill: false, to: new Date(FROM.getTime() + 1) }, open)).toHaveProperty(
      "wish",
    );
  });
});
