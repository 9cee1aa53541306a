import type { FoldPart } from "./fold-part.js";
import { foldRun } from "./fold-run.js";
import type { RunPartBody } from "./run-part-body.js";

const part = (timeMs: number, id: string, body: RunPartBody, contentHash = 1): FoldPart<RunPartBody> => ({
  source: "s",
  id,
  name: "part",
  timeMs,
  contentHash,
  body,
});
const finish = (outcome: "succeeded" | "failed", appliedVersion?: string) => ({
  finish: { outcome, ...(appliedVersion === undefined ? {} : { appliedVersion }) },
});

describe("foldRun", () => {
  it("starts at the earliest start, whoever gives it", () => {
    const run = foldRun([
      part(50, "a", { startedAtMs: 50 }),
      part(90, "b", { startedAtMs: 20, ...finish("succeeded") }),
    ]);
    expect(run).toMatchObject({ startedAtMs: 20, finishedAtMs: 90, outcome: "succeeded", attempts: 1 });
  });

  it("ends as the finish with the greatest (time, id) says; at the same time the greater id", () => {
    const run = foldRun([
      part(90, "b", finish("failed")),
      part(90, "a", finish("succeeded")),
      part(80, "z", finish("succeeded")),
    ]);
    expect(run).toMatchObject({ finishedAtMs: 90, outcome: "failed" });
  });

  it("never reopens, and shows an end without a start", () => {
    const run = foldRun([part(90, "a", finish("succeeded")), part(95, "b", { fields: { store: "1" } })]);
    expect(run).toMatchObject({ startedAtMs: undefined, finishedAtMs: 90, fields: { store: "1" } });
  });

  it("takes the newest value that says something, and the highest attempts", () => {
    const run = foldRun([
      part(10, "a", {
        attempts: 3,
        dueAtMs: 100,
        fields: { store: "1", actor: "x" },
        attributes: { lane: "a", tier: "1" },
      }),
      part(20, "b", { attempts: 2, dueAtMs: 200, fields: { store: "2" }, attributes: { lane: "b" } }),
    ]);
    expect(run).toMatchObject({
      attempts: 3,
      dueAtMs: 200,
      fields: { store: "2", actor: "x" },
      attributes: { lane: "b", tier: "1" },
    });
  });

  it("leaves a run open whose target has an older version, and remembers when", () => {
    const published = part(10, "p", { startedAtMs: 10, fields: { entityVersion: "10" } });
    expect(foldRun([published, part(20, "a", finish("succeeded", "9"))])).toMatchObject({
      finishedAtMs: undefined,
      mismatchedAtMs: 20,
    });
    expect(
      foldRun([published, part(20, "a", finish("succeeded", "9")), part(30, "b", finish("succeeded", "10"))]),
    ).toMatchObject({
      finishedAtMs: 30,
      mismatchedAtMs: 20,
    });
  });

  it("ends an open run as cancelled by the earliest publication after its own", () => {
    const published = part(10, "p", { startedAtMs: 10 });
    const later = [part(40, "q2", { isSuperseded: true as const }), part(30, "q1", { isSuperseded: true as const })];
    const earlier = part(5, "q0", { isSuperseded: true as const });
    expect(foldRun([published, ...later, earlier])).toMatchObject({
      finishedAtMs: 30,
      outcome: "cancelled",
      isSuperseded: true,
    });
    expect(foldRun([published, ...later, part(30, "a", finish("succeeded"))])).toMatchObject({
      finishedAtMs: 30,
      outcome: "succeeded",
      isSuperseded: false,
    });
    expect(foldRun([published, ...later, part(31, "a", finish("succeeded"))])).toMatchObject({
      finishedAtMs: 30,
      isSuperseded: true,
    });
  });

  it("lets the greater hash win when two contents were sent under one identity", () => {
    const contents = [part(10, "a", { fields: { store: "1" } }, 1), part(10, "a", { fields: { store: "2" } }, 2)];
    expect(foldRun(contents).fields.store).toBe("2");
    expect(foldRun(contents.reverse()).fields.store).toBe("2");
  });
});
