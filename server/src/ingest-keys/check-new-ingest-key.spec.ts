import { checkNewIngestKey, type IngestKeyWish } from "./check-new-ingest-key.js";

const now = new Date("2026-06-01T08:00:00Z");
const manager = { tenant: "t", clients: null, subjectId: "p" };

describe("checkNewIngestKey", () => {
  it.each<[string, Partial<IngestKeyWish>, string | undefined]>([
    ["a title alone", {}, undefined],
    ["a title of 120", { title: "x".repeat(120) }, undefined],
    ["a title of 121", { title: "x".repeat(121) }, "title"],
    ["a title of spaces", { title: "  " }, "title"],
    ["lists", { clients: ["a"], kinds: ["run.started"], sources: ["pos"] }, undefined],
    ["nulls", { clients: null, kinds: null, sources: null, eventsPerSecond: null, burst: null }, undefined],
    ["an empty list", { sources: [] }, "sources"],
    ["an empty word", { clients: [""] }, "clients"],
    ["a word of 129", { sources: ["x".repeat(129)] }, "sources"],
    ["1,001 words", { sources: Array.from({ length: 1_001 }, String) }, "sources"],
    ["no kind of event", { kinds: ["run.started", "run.strated"] }, "kinds"],
    ["the lowest rate", { eventsPerSecond: 1 }, undefined],
    ["no rate", { eventsPerSecond: 0 }, "eventsPerSecond"],
    ["too high a rate", { eventsPerSecond: 1_000_001 }, "eventsPerSecond"],
    ["a burst below the rate", { eventsPerSecond: 100, burst: 1 }, undefined],
    ["a burst of nothing", { eventsPerSecond: 100, burst: 0 }, "burst"],
    ["a burst without a rate", { burst: 5 }, "burst"],
    ["an end now", { expiresAt: now }, "expiresAt"],
    ["an end in a millisecond", { expiresAt: new Date(now.getTime() + 1) }, undefined],
  ])("%s", (_, wish, field) => {
    const checked = checkNewIngestKey({ title: "till", ...wish }, manager, now);
    expect("refusal" in checked ? checked.refusal.field : undefined).toBe(field);
  });

  it("gives a rate ten seconds of burst unless told", () => {
    const checked = checkNewIngestKey({ title: " till ", eventsPerSecond: 50 }, manager, now);
    expect(checked).toEqual({
      key: { kind: "ingest", tenant: "t", title: "till", isBackfill: false, rate: { eventsPerSecond: 50, burst: 500 } },
    });
  });

  it.each([
    [["a"], undefined],
    [["a", "c"], "clients"],
    [undefined, "clients"],
  ])("an administrator of clients a and b may make a key for %s: %s", (clients, field) => {
    const limited = { ...manager, clients: ["a", "b"] };
    const checked = checkNewIngestKey({ title: "till", clients: clients ?? null }, limited, now);
    expect("refusal" in checked ? checked.refusal.field : undefined).toBe(field);
  });
});
