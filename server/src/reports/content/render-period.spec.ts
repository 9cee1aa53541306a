import { renderDays, renderPeriod } from "./render-period.js";

const at = (text: string) => new Date(text);

describe("a period in words", () => {
  it.each([
    // The night in which clocks change has no effect on days.
    ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "29 March 2026"],
    ["2026-06-30T22:00:00Z", "2026-09-30T22:00:00Z", "1 July 2026 to 30 September 2026"],
    ["2026-06-30T22:00:00Z", "2026-07-01T08:05:00Z", "1 Jul 2026, 00:00 to 1 Jul 2026, 10:05"],
  ])("from %s to %s", (from, to, words) => {
    expect(renderDays({ from: at(from), to: at(to) }, "Europe/Berlin")).toBe(words);
  });

  it("names its quarter and whose calendar it is", () => {
    const terms = {
      ...{ client: "c", period: "2026-Q1", timeZone: "UTC", calendar: "RETAIL" as const, formats: [] },
      ...{ from: at("2026-02-01T00:00:00Z"), to: at("2026-05-03T00:00:00Z") },
    };
    expect(renderPeriod(terms)).toBe("Q1 2026 (retail calendar), 1 February 2026 to 2 May 2026");
    expect(renderPeriod({ ...terms, period: "" })).toBe("1 February 2026 to 2 May 2026");
  });
});
