import type { RunDetail } from "./run-query.js";
import { shapeWaterfall } from "./shape-waterfall.js";

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 8, minute)).toISOString();
const now = new Date(at(40));

function step(id: string, from: number, to: number, outcome = "SUCCEEDED"): RunDetail["steps"][number] {
  const rest = { from: "pricing", to: "pos", errorClass: null, errorCode: null, errorMessage: null, sequence: null };
  return {
    id,
    step: id,
    startedAt: at(from),
    finishedAt: at(to),
    outcome,
    attempt: 1,
    ...rest,
  } as RunDetail["steps"][number];
}

describe("shapeWaterfall", () => {
  it("puts steps on one axis and says how long each waited", () => {
    const waterfall = shapeWaterfall(
      { startedAt: at(0), finishedAt: at(20), dueAt: at(10), steps: [step("a", 0, 5), step("b", 10, 20, "FAILED")] },
      now,
    );
    expect(waterfall?.due).toBe(0.5);
    expect(
      waterfall?.bars.map(({ start, width, waitSeconds, state }) => ({ start, width, waitSeconds, state })),
    ).toEqual([
      { start: 0, width: 0.25, waitSeconds: null, state: "ok" },
      { start: 0.5, width: 0.5, waitSeconds: 300, state: "late" },
    ]);
  });

  it("lets an open run reach to now", () => {
    expect(
      shapeWaterfall({ startedAt: at(0), finishedAt: null, dueAt: null, steps: [step("a", 0, 5)] }, now)?.toMs,
    ).toBe(now.getTime());
  });

  it("stretches the axis to a deadline that is near, not to one far away", () => {
    const run = { startedAt: at(0), finishedAt: at(20), steps: [step("a", 0, 20)] };
    expect(shapeWaterfall({ ...run, dueAt: at(30) }, now)?.due).toBe(1);
    expect(shapeWaterfall({ ...run, dueAt: at(59) }, now)?.due).toBeNull();
  });

  it("has nothing to draw without any start", () => {
    expect(shapeWaterfall({ startedAt: null, finishedAt: at(20), dueAt: null, steps: [] }, now)).toBeNull();
  });
});
