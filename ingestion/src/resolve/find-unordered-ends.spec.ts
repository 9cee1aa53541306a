import { findUnorderedEnds } from "./find-unordered-ends.js";
import type { FoldPart } from "./fold-part.js";
import type { RunPartBody } from "./run-part-body.js";

const MINUTE_MS = 60_000;
const part = (name: string, body: RunPartBody): FoldPart<RunPartBody> => ({
  ...{ source: "s", id: name, name, timeMs: 0, contentHash: 1 },
  body,
});
const start = (minute: number) => part("started", { startedAtMs: 0, receivedAtMs: minute * MINUTE_MS });
const end = (minute: number) =>
  part("finished", { finish: { outcome: "succeeded" }, receivedAtMs: minute * MINUTE_MS });

const find = (parts: FoldPart<RunPartBody>[], news: FoldPart[]) =>
  findUnorderedEnds(parts, news).map(({ countsFromMs, isInTime }) => [countsFromMs / MINUTE_MS, isInTime]);

describe("findUnorderedEnds", () => {
  it.each([
    ["an end alone counts in 15 minutes", [end(1)], [end(1)], [[16, false]]],
    ["a start in time takes it back", [end(1), start(16)], [start(16)], [[16, true]]],
    ["a start a moment too late does not", [end(1), start(16.001)], [start(16.001)], [[16, false]]],
    ["and stays so when the end is repeated", [end(1), start(16.001)], [end(1)], [[16, false]]],
    ["the usual order says nothing", [start(0), end(1)], [end(1)], []],
    [
      "an end that names its start is in order",
      [part("finished", { finish: { outcome: "failed" }, startedAtMs: 0, receivedAtMs: 1 })],
      [],
      [],
    ],
    ["parts of a former release say nothing", [part("finished", { finish: { outcome: "failed" } })], [], []],
  ])("%s", (_name, parts, news, expected) => {
    expect(find(parts, news)).toEqual(expected);
  });
});
