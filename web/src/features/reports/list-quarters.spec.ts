import { listQuarters } from "./list-quarters.js";

describe("the quarters of a report", () => {
  it("begin with the one that runs in the client's zone, not in the viewer's", () => {
    const now = new Date("2026-09-30T23:30:00Z");
    expect(listQuarters(now, "Europe/Berlin").slice(0, 2)).toEqual([
      { value: "2026-Q4", words: "Q4 2026 so far" },
      { value: "2026-Q3", words: "Q3 2026" },
    ]);
    expect(listQuarters(now, "UTC").map(({ value }) => value)).toEqual([
      ...["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"],
    ]);
  });
});
