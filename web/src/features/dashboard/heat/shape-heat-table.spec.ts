import { shapeHeatByDimension, shapeHeatByPeriod } from "./shape-heat-table.js";

const rest = { numerator: null, denominator: null, coverage: 1, nullReason: null };
const base = { metric: "kept", unit: "ratio", currency: null, ...rest };
const part = (dimension: string, id: string, title: string | null = null) => ({ dimension, id, title });
const of = { metric: "kept", better: "HIGHER", timeZone: "Europe/Berlin", findTarget: () => 0.97, limit: 20 } as const;

function group(id: string, value: number | null, months: readonly (number | null)[]) {
  const starts = ["2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z", "2026-11-30T23:00:00.000Z"];
  const series = months.map((month, index) => ({ ...rest, at: starts[index] ?? "", value: month }));
  return { key: [part("WORKFLOW", id)], values: [{ ...base, value, series }] };
}

describe("shapeHeatByPeriod", () => {
  const shape = (groups: readonly ReturnType<typeof group>[], from = "2026-09-30T22:00:00.000Z") =>
    shapeHeatByPeriod(groups, {
      ...of,
      ...{
        period: "MONTH",
        asOf: "2026-11-21T10:00:00.000Z",
        from,
        to: "2026-12-31T23:00:00.000Z",
        whole: "Q4 2026",
      },
    });

  it("has a column for each month that has begun, in the zone, and one for the whole", () => {
    const { columns } = shape([group("a", 0.98, [0.98, 0.98, null])]);
    expect(columns.map(({ title }) => title)).toEqual(["October", "November", "Q4 2026"]);
  });

  it("asks for no more than the range where the first period began before it", () => {
    const { rows } = shape([group("a", 0.9, [0.9, 0.9, null])], "2026-10-15T08:00:00.000Z");
    expect(rows[0]?.cells.map(({ period }) => period?.from)).toEqual([
      "2026-10-15T08:00:00.000Z",
      "2026-10-31T23:00:00.000Z",
      undefined,
    ]);
  });

  it("puts the worst miss first and leaves out rows without any value", () => {
    const { rows } = shape([
      group("good", 0.98, [0.98, 0.99, null]),
      group("bad", 0.96, [0.99, 0.91, null]),
      group("empty", null, [null, null, null]),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(["bad", "good"]);
    expect(rows[0]?.cells.map(({ miss }) => (miss ?? 0) > 0)).toEqual([false, true, true]);
  });

  it("asks each cell for its own period", () => {
    const [row] = shape([group("a", 0.98, [0.98, 0.98, null])]).rows;
    expect(row?.cells.map(({ period }) => period)).toEqual([
      { from: "2026-09-30T22:00:00.000Z", to: "2026-10-31T23:00:00.000Z" },
      { from: "2026-10-31T23:00:00.000Z", to: "2026-12-31T23:00:00.000Z" },
      null,
    ]);
  });

  it("does not judge what has no value or no target", () => {
    const [row] = shape([group("a", 0.98, [null, 0.9, null])]).rows;
    expect(row?.cells[0]?.miss).toBeNull();
    const { rows } = shapeHeatByPeriod([group("a", 0.5, [0.5])], {
      ...{ ...of, findTarget: () => null, period: "MONTH", asOf: "2027", from: "2026", to: "2027", whole: "all" },
    });
    expect(rows[0]?.cells[0]?.miss).toBeNull();
  });
});

describe("shapeHeatByDimension", () => {
  it("has a column for each value of the second dimension, and nothing where there is no group", () => {
    const table = shapeHeatByDimension(
      [
        { key: [part("WORKFLOW", "a"), part("CLIENT", "n", "Northmart")], values: [{ ...base, value: 0.9 }] },
        { key: [part("WORKFLOW", "b"), part("CLIENT", "h", "Halden")], values: [{ ...base, value: 0.99 }] },
      ],
      of,
    );
    expect(table.columns.map(({ title }) => title)).toEqual(["Halden", "Northmart"]);
    expect(table.rows.map(({ id, cells }) => [id, ...cells.map(({ figure }) => figure?.value)])).toEqual([
      ["a", undefined, 0.9],
      ["b", 0.99, undefined],
    ]);
  });
});
