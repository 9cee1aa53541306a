import { shapeCoverage } from "./shape-coverage.js";

const nameOf = (_: string, id: string): string => `store ${id}`;
const names = {
  ...{ client: (id: string) => `client ${id}`, region: nameOf, store: nameOf, channel: nameOf },
  ...{ partner: nameOf, workflow: nameOf, limitSeconds: () => null },
};
const point = (day: number, numerator: number | null, denominator: number) => ({
  at: `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z`,
  value: numerator === null || denominator === 0 ? null : numerator / denominator,
  ...{ numerator, denominator, coverage: null, nullReason: denominator === 0 ? ("NO_ROWS" as const) : null },
  ...{ expectedLow: null, expectedHigh: null, anomalous: null },
});
const group = (client: string, store: string, series: ReturnType<typeof point>[]) => ({
  key: [
    { dimension: "CLIENT", id: client },
    { dimension: "STORE", id: store },
  ],
  values: [{ metric: "coverage", unit: "ratio", series }],
});

describe("shapeCoverage", () => {
  const answer = {
    asOf: "2026-11-21T12:00:00.000Z",
    groups: [
      group("a", "2", [point(20, 100, 100), point(21, 98, 100)]),
      group("a", "1", [point(19, 0, 100), point(20, 89, 100), point(21, 95, 100)]),
      group("a", "", [point(20, null, 0)]),
    ],
  };

  it("lists the least covered first, with the days of all", () => {
    const { days, rows } = shapeCoverage(answer, { by: "store", names });
    expect(days.map((day) => day.slice(8, 10))).toEqual(["19", "20", "21"]);
    expect(rows.map(({ title, total }) => [title, total])).toEqual([
      ["store 1", 184 / 300],
      ["store 2", 198 / 200],
      ["client a, no store", null],
    ]);
  });

  it("tells what was not measured from what was, at the limits", () => {
    const { rows } = shapeCoverage(answer, { by: "store", names });
    expect(rows.map((row) => row.days.map(({ state }) => state))).toEqual([
      ["none", "late", "risk"],
      ["ok", "ok"],
      ["none"],
    ]);
  });
});
