import { chooseFirstDay, moveFirstDay, readFirstDay, shapeTimeline } from "./shape-timeline.js";

const now = new Date("2026-04-10T12:00:00Z");
const week = { first: "2026-04-06", days: 7, timeZone: "Europe/Berlin" };
const silence = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

describe("the time line of silences", () => {
  it("begins at midnight of the zone and puts now where it is", () => {
    const { days, now: place } = shapeTimeline([], week, now);
    expect(days).toHaveLength(7);
    expect(days[0]?.at.toISOString()).toBe("2026-04-05T22:00:00.000Z");
    expect(days.map(({ isWeekend }) => isWeekend)).toEqual([false, false, false, false, false, true, true]);
    expect(place).toBeCloseTo((4 * 24 + 14) / 168, 6);
  });

  it.each([
    ["over", "2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z", "over", [false, false]],
    ["running", "2026-04-10T11:00:00Z", "2026-04-10T13:00:00Z", "runs", [false, false]],
    ["from before to after what is shown", "2026-03-30T00:00:00Z", "2026-04-20T00:00:00Z", "runs", [true, true]],
    ["ending at this moment", "2026-04-10T11:00:00Z", "2026-04-10T12:00:00Z", "over", [false, false]],
    ["beginning at this moment", "2026-04-10T12:00:00Z", "2026-04-10T13:00:00Z", "runs", [false, false]],
    ["planned", "2026-04-11T00:00:00Z", "2026-04-12T00:00:00Z", "planned", [false, false]],
  ])("shows one %s", (_, from, to, state, cuts) => {
    const [bar] = shapeTimeline([silence(from, to)], week, now).bars;
    expect([bar?.state, [bar?.isCutLeft, bar?.isCutRight]]).toEqual([state, cuts]);
    expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(1);
  });

  it("leaves out what is not on these days, and what never was", () => {
    const items = [
      silence("2026-04-01T00:00:00Z", "2026-04-05T22:00:00Z"),
      silence("2026-04-12T22:00:00Z", "2026-04-13T00:00:00Z"),
      silence("2026-04-08T00:00:00Z", "2026-04-08T00:00:00Z"),
    ];
    expect(shapeTimeline(items, week, now).bars).toEqual([]);
  });

  it("has a shorter day where clocks go forward", () => {
    const { days } = shapeTimeline([], { ...week, first: "2026-03-23" }, now);
    expect((days[6]?.width ?? 0) / (days[0]?.width ?? 1)).toBeCloseTo(23 / 24, 6);
  });

  it("moves by its own length", () => {
    expect(chooseFirstDay(new Date("2026-04-10T23:00:00Z"), 14, "Europe/Berlin")).toBe("2026-04-07");
    expect(moveFirstDay("2026-02-20", 14)).toBe("2026-03-06");
    expect([readFirstDay("2026-02-30"), readFirstDay("x"), readFirstDay("2026-02-03")]).toEqual([
      undefined,
      undefined,
      "2026-02-03",
    ]);
  });
});
