import type { IngestKey } from "../events/ingest-key.js";
import { UnmappedEvent } from "../events/unmapped-event.js";
import { readRejectedFeed } from "./read-rejected-feed.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const open: IngestKey = { id: "k", tenant: "t", clients: null, kinds: null, isBackfill: false, isImport: false };
const limited: IngestKey = { ...open, clients: ["c1"] };
const sent = { client: "c1", store: "s1", channel: "pos", partner: "p1", time: "2026-06-01T11:00:00Z" };
const nothing = { client: "", store: "", channel: "", partner: "", timeMs: undefined };
const place = { client: "c1", store: "s1", channel: "pos", partner: "p1" };

describe("readRejectedFeed", () => {
  it.each<[string, unknown, IngestKey, object]>([
    ["all of it", sent, open, { ...place, timeMs: NOW - 3_600_000 }],
    ["a client the key may send for", sent, limited, place],
    [
      "no client and no places of one the key may not send for",
      { ...sent, client: "c2" },
      limited,
      { ...nothing, timeMs: NOW - 3_600_000 },
    ],
    ["no places without a client", { ...sent, client: 7 }, open, { client: "", store: "" }],
    ["places of the target", { client: "c1", target: { store: "s9", channel: 4 } }, open, { store: "s9", channel: "" }],
    ["the event's own place before its target's", { ...sent, target: { store: "s9" } }, open, { store: "s1" }],
    ["nothing of a text", "client", open, nothing],
    ["nothing of null", null, open, nothing],
    ["nothing of a list", [sent], open, nothing],
    ["nothing inherited", Object.create(sent), open, nothing],
    [
      "what an unmapped event was made of",
      new UnmappedEvent({ reason: "malformed", field: "", detail: "" }, sent),
      open,
      place,
    ],
    ["at most 128 characters", { client: "x".repeat(5_000) }, open, { client: "x".repeat(128) }],
  ])("reads %s", (_, value, key, expected) => {
    expect(readRejectedFeed(value, key, NOW)).toMatchObject(expected);
  });

  it.each([
    [NOW + 600_000, true],
    [NOW + 600_001, false],
    [NOW - 400 * 86_400_000, true],
    [NOW - 400 * 86_400_000 - 1, false],
  ])("counts it at its own time %i: %s", (timeMs, isOwn) => {
    const value = { ...sent, time: new Date(timeMs).toISOString() };
    expect(readRejectedFeed(value, open, NOW).timeMs).toBe(isOwn ? timeMs : undefined);
  });

  it.each(["yesterday", "", 1_780_000_000_000, null, "2026-02-30T00:00:00Z"])("knows no time of %p", (time) => {
    expect(readRejectedFeed({ ...sent, time }, open, NOW).timeMs).toBeUndefined();
  });
});
