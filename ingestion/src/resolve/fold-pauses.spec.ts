import type { FoldPart } from "./fold-part.js";
import { foldRun } from "./fold-run.js";
import type { RunPartBody } from "./run-part-body.js";

const part = (timeMs: number, name: string, body: RunPartBody): FoldPart<RunPartBody> => ({
  source: "s",
  id: `${name}-${timeMs}`,
  name,
  timeMs,
  contentHash: 1,
  body,
});
const pause = (at: number, reason = "supplier") => part(at, "paused", { pause: { isEnd: false, reason } });
const resume = (at: number, reason = "supplier") => part(at, "resumed", { pause: { isEnd: true, reason } });
const start = part(0, "started", { startedAtMs: 0 });
const finish = (at: number) => part(at, "finished", { finish: { outcome: "succeeded" } });

describe("pauses of a run", () => {
  it.each<[string, FoldPart<RunPartBody>[], [number, number | undefined, string][]]>([
    ["none", [start], []],
    ["one that holds", [start, pause(10)], [[10, undefined, "supplier"]]],
    ["one that ended", [start, pause(10), resume(20)], [[10, 20, "supplier"]]],
    [
      "twice",
      [start, pause(10), resume(20), pause(30), resume(40)],
      [
        [10, 20, "supplier"],
        [30, 40, "supplier"],
      ],
    ],
    ["begun again while it holds", [start, pause(10), pause(15), resume(20)], [[10, 20, "supplier"]]],
    ["ended without a begin", [start, resume(20)], []],
    [
      "two reasons that overlap",
      [start, pause(10), pause(15, "stock"), resume(20), resume(25, "stock")],
      [
        [10, 20, "supplier"],
        [15, 25, "stock"],
      ],
    ],
    ["holding when the run ends", [start, pause(10), finish(50)], [[10, 50, "supplier"]]],
    ["ended after the run", [start, pause(10), finish(50), resume(60)], [[10, 50, "supplier"]]],
    ["begun after the run ended", [start, finish(50), pause(60)], []],
  ])("%s, in whatever order it is heard", (_, parts, expected) => {
    const intervals = expected.map(([fromMs, toMs, reason]) => ({ fromMs, toMs, reason }));
    expect(foldRun(parts).pauses).toEqual(intervals);
    expect(foldRun([...parts].reverse()).pauses).toEqual(intervals);
  });

  it("are no reason to think that a run started or ended", () => {
    expect(foldRun([pause(10), resume(20)])).toMatchObject({
      startedAtMs: undefined,
      finishedAtMs: undefined,
      firstHeardMs: 10,
    });
  });
});
