import { RefreshSchedule } from "./refresh-schedule.js";

const rate = { everyMs: 1_000, clockMs: null };

describe("RefreshSchedule", () => {
  it("asks an untouched query never, a touched one at most once a second", () => {
    const schedule = new RefreshSchedule();
    expect(schedule.isDue("q", rate, 0)).toBe(false);
    schedule.touch("q", 100);
    expect(schedule.isDue("q", rate, 999)).toBe(false);
    expect(schedule.isDue("q", rate, 1_000)).toBe(true);
    schedule.start("q", 1_000);
    schedule.settle("q", 1_050);
    expect(schedule.isDue("q", rate, 5_000)).toBe(false);
  });

  it("does not lose a change that arrives while the query runs", () => {
    const schedule = new RefreshSchedule();
    schedule.touch("q", 0);
    schedule.start("q", 1_000);
    schedule.touch("q", 1_100);
    expect(schedule.isDue("q", rate, 3_000)).toBe(false);
    schedule.settle("q", 1_200);
    expect(schedule.isDue("q", rate, 1_999)).toBe(false);
    expect(schedule.isDue("q", rate, 2_000)).toBe(true);
  });

  it("asks a slow query less often: after three times what it took", () => {
    const schedule = new RefreshSchedule();
    schedule.touch("q", 0);
    schedule.start("q", 1_000);
    schedule.settle("q", 3_000);
    schedule.touch("q", 3_000);
    expect(schedule.isDue("q", rate, 6_999)).toBe(false);
    expect(schedule.isDue("q", rate, 7_000)).toBe(true);
  });

  it("asks without a change where the clock alone moves the state", () => {
    const schedule = new RefreshSchedule();
    const clocked = { everyMs: 1_000, clockMs: 10_000 };
    expect(schedule.isDue("q", clocked, 0)).toBe(false);
    expect(schedule.isDue("q", clocked, 9_999)).toBe(false);
    expect(schedule.isDue("q", clocked, 10_000)).toBe(true);
  });

  it("forgets what is no longer shown", () => {
    const schedule = new RefreshSchedule();
    schedule.touch("q", 0);
    schedule.touch("r", 0);
    schedule.keepOnly(new Set(["r"]));
    expect(schedule.countDirty()).toBe(1);
  });
});
