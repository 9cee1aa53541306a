import { describeReplay, type Replayed } from "./describe-replay.js";

const all: Replayed = { what: "REJECTED", reasons: null, sources: null, clients: null, from: null, to: null };
const day = { from: "2026-11-22T03:41:00Z", to: "2026-11-22T04:41:00Z" };

it.each<[Partial<Replayed>, string]>([
  [{}, "all refused events"],
  [day, "all refused events, 22 Nov 04:41 – 05:41"],
  [{ what: "RANGE", ...day }, "all stored events, 22 Nov 04:41 – 05:41"],
  [
    { reasons: ["UNKNOWN_KIND"], sources: ["erp"], clients: ["northmart"] },
    "refused events: unknown kind, erp, northmart",
  ],
])("%j is told as %s", (parts, words) => {
  expect(describeReplay({ ...all, ...parts }, "Europe/Berlin")).toBe(words);
});
