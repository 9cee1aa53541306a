import { buildReportingPeriods } from "./build-reporting-periods.js";

const zone = "Europe/Berlin";
const federation = { firstMonth: 2, firstWeekday: 7, pattern: "4-5-4", yearStart: "NEAREST" } as const;

function list(now: string, calendar?: typeof federation) {
  const periods = buildReportingPeriods(new Date(now), zone, calendar);
  return Object.fromEntries(
    periods.map(({ id, title, from, to }) => [id, `${title}: ${from.toISOString()} ${to.toISOString()}`]),
  );
}

describe("buildReportingPeriods", () => {
  it("gives months, quarters and years of the zone, over both changes of the clock", () => {
    expect(list("2026-11-21T10:00:00Z")).toEqual({
      month: "November 2026: 2026-10-31T23:00:00.000Z 2026-11-30T23:00:00.000Z",
      "last-month": "October 2026: 2026-09-30T22:00:00.000Z 2026-10-31T23:00:00.000Z",
      quarter: "Q4 2026: 2026-09-30T22:00:00.000Z 2026-12-31T23:00:00.000Z",
      "last-quarter": "Q3 2026: 2026-06-30T22:00:00.000Z 2026-09-30T22:00:00.000Z",
      year: "2026: 2025-12-31T23:00:00.000Z 2026-12-31T23:00:00.000Z",
      "last-year": "2025: 2024-12-31T23:00:00.000Z 2025-12-31T23:00:00.000Z",
    });
  });

  it("changes at local midnight", () => {
    expect(list("2026-12-31T22:59:59Z").quarter).toMatch(/^Q4 2026/);
    expect(list("2026-12-31T23:00:00Z").quarter).toMatch(/^Q1 2027/);
  });

  it("gives those of the retail calendar where there is one", () => {
    const periods = list("2026-11-21T10:00:00Z", federation);
    // The federation's 2026: 1 February 2026 to 30 January 2027; its fourth quarter begins on 1 November.
    expect(periods["fiscal-quarter"]).toBe("Q4 2026 · fiscal 4-5-4: 2026-10-31T23:00:00.000Z 2027-01-30T23:00:00.000Z");
    expect(periods["fiscal-last-quarter"]).toBe(
      "Q3 2026 · fiscal 4-5-4: 2026-08-01T22:00:00.000Z 2026-10-31T23:00:00.000Z",
    );
    expect(periods["fiscal-month"]).toBe(
      "Month 10 of 2026 · fiscal 4-5-4: 2026-10-31T23:00:00.000Z 2026-11-28T23:00:00.000Z",
    );
    expect(periods["fiscal-year"]).toMatch(/^2026 · fiscal/);
    expect(periods["fiscal-last-year"]).toMatch(/^2025 · fiscal/);
  });

  it("finds the last quarter of the retail year before", () => {
    expect(list("2026-02-02T10:00:00Z", federation)["fiscal-last-quarter"]).toMatch(/^Q4 2025/);
  });
});
