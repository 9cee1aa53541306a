import { findNextWeek, findWeek, joinDays, planReplay } from "./plan-replay.js";

const at = (text: string) => Date.parse(text);
const DAY = 86_400_000;

describe("planReplay", () => {
  it.each([
    ["2026-04-06T00:00:00Z", "2026-04-06T00:00:00Z", "2026-04-13T00:00:00Z"],
    ["2026-04-05T23:59:59Z", "2026-03-30T00:00:00Z", "2026-04-06T00:00:00Z"],
    ["2026-04-12T12:00:00Z", "2026-04-06T00:00:00Z", "2026-04-13T00:00:00Z"],
    ["1970-01-01T00:00:00Z", "1969-12-29T00:00:00Z", "1970-01-05T00:00:00Z"],
  ])("takes %s for the week of Monday %s", (instant, monday, next) => {
    expect([findWeek(at(instant)), findNextWeek(at(instant))]).toEqual([at(monday), at(next)]);
  });

  it("is the same at any time of a week", () => {
    const first = planReplay(at("2026-04-06T00:00:00Z"), at("2026-01-01T00:00:00Z"));
    expect(planReplay(at("2026-04-12T23:55:00Z"), at("2026-01-01T00:00:00Z"))).toEqual(first);
    expect(first.fromMs).toBe(at("2026-02-23T00:00:00Z"));
    expect(first.tellFromMs).toBe(at("2026-03-02T00:00:00Z"));
  });

  it("begins with the first record of a young tenant and tells all it finds", () => {
    const plan = planReplay(at("2026-04-08T00:00:00Z"), at("2026-03-30T00:00:00Z"));
    expect(plan.fromMs).toBe(at("2026-03-30T00:00:00Z"));
    expect(plan.tellFromMs).toBe(plan.fromMs);
  });
});

describe("joinDays", () => {
  it("joins days that follow each other, cuts them to the range and leaves half an hour of nothing before each stretch", () => {
    const [first, lead] = [at("2026-04-01T00:00:00Z"), 1_800_000];
    const days = [first, first + DAY, first + 5 * DAY];
    expect(joinDays(days, { fromMs: first + 3_600_000, toMs: first + 5.5 * DAY })).toEqual([
      { fromMs: first + 3_600_000 - lead, toMs: first + 2 * DAY },
      { fromMs: first + 5 * DAY - lead, toMs: first + 5.5 * DAY },
    ]);
    expect(joinDays([], { fromMs: 0, toMs: 1 })).toEqual([]);
    expect(joinDays(days, { fromMs: first + 9 * DAY, toMs: first + 10 * DAY })).toEqual([]);
  });
});
