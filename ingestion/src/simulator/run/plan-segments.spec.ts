import fc from "fast-check";
import { planGap, planHistory } from "./plan-segments.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 10, 9, 20);

describe("planHistory", () => {
  it("begins with the newest day and tells seven days fully", () => {
    const segments = planHistory({ nowMs: NOW, historyDays: 90 });
    expect(segments[0]).toEqual({ fromMs: NOW - DAY, toMs: NOW, detail: "recent" });
    expect(segments.filter(({ detail }) => detail === "recent")).toHaveLength(7);
    expect(segments).toHaveLength(90);
    expect(segments.at(-1)?.fromMs).toBe(NOW - 90 * DAY);
  });
});

describe("planGap", () => {
  it("finishes the hour it stopped in finely", () => {
    expect(planGap({ stoppedMs: NOW - 5 * HOUR, nowMs: NOW })).toEqual([
      { fromMs: NOW - 5 * HOUR + 40 * 60_000, toMs: NOW, detail: "recent" },
      { fromMs: NOW - 5 * HOUR, toMs: NOW - 5 * HOUR + 40 * 60_000, detail: "live" },
    ]);
  });

  it("is nothing when the clock went back", () => {
    expect(planGap({ stoppedMs: NOW, nowMs: NOW - 1 })).toEqual([]);
  });

  it("covers every instant exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * DAY }), (gapMs) => {
        const segments = [...planGap({ stoppedMs: NOW - gapMs, nowMs: NOW })].sort(
          (left, right) => left.fromMs - right.fromMs,
        );
        const joins = segments.every((each, index) => index === 0 || segments[index - 1]?.toMs === each.fromMs);
        return joins && segments[0]?.fromMs === NOW - gapMs && segments.at(-1)?.toMs === NOW;
      }),
    );
  });
});
