import { renderReportPeriod, renderReportState, renderSize } from "./render-report.js";

const range = { from: "2026-03-28T23:00:00.000Z", to: "2026-03-29T22:00:00.000Z", timeZone: "Europe/Berlin" };

describe("a report in words", () => {
  it.each([
    [{ quarter: "2026-Q3", calendar: "GREGORIAN" }, "Q3 2026"],
    [{ quarter: "2026-Q3", calendar: "RETAIL" }, "Q3 2026, retail calendar"],
    [{ quarter: null, calendar: "GREGORIAN" }, "29 Mar 2026"],
    [{ quarter: null, calendar: "GREGORIAN", to: "2026-04-30T22:00:00.000Z" }, "29 Mar 2026 to 30 Apr 2026"],
  ] as const)("is of the period %j", (more, words) => {
    expect(renderReportPeriod({ ...range, ...more })).toBe(words);
  });

  it.each([
    [{ state: "QUEUED" }, "waits for its turn"],
    [{ state: "RUNNING", progress: 0.416, step: "Coverage" }, "42 %, coverage"],
    [{ state: "RUNNING" }, "0 %"],
    [{ state: "DONE" }, "ready"],
    [{ state: "FAILED", error: "It was begun 4 times." }, "failed: It was begun 4 times."],
    [{ state: "CANCELLED" }, "cancelled"],
  ] as const)("stands as %j", (more, words) => {
    expect(renderReportState({ progress: 0, step: null, error: null, ...more }).words).toBe(words);
  });

  it("has a size", () => {
    expect([20, 2_048, 3_355_443].map(renderSize)).toEqual(["1 kB", "2 kB", "3.2 MB"]);
  });
});
