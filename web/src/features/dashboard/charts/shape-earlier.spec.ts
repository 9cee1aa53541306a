import { shapeEarlier } from "./shape-earlier.js";

const rest = { numerator: null, denominator: null, coverage: null, nullReason: null, currency: null, value: null };
const series = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ ...rest, at: `2026-10-0${index + 1}T00:00:00Z`, value }));

function answer(kept: readonly (number | null)[], coverage: readonly (number | null)[]) {
  const values = [
    { ...rest, metric: "kept", unit: "count", series: series(kept) },
    { ...rest, metric: "coverage", unit: "ratio", series: series(coverage) },
  ];
  const interval = { from: new Date(0), to: new Date(1) };
  return {
    ...{ groups: [{ key: [], values }], asOf: "", interval },
    bucket: { granularity: "DAY" as const, lengthMs: 86_400_000, each: "a day" },
  };
}

const line = {
  ...{ id: "kept  Kept", title: "Kept" },
  points: [10, 20, 30].map((at) => ({ at, value: 1, words: "1" })),
};

describe("shapeEarlier", () => {
  it("lays the earlier buckets under those that are shown, and leaves out what was not measured", () => {
    const earlier = shapeEarlier(line, answer([4, 0, 6, 7], [1, 0.2, 1, 1]), "last quarter");
    expect(earlier).toMatchObject({ title: "last quarter", isEarlier: true });
    expect(earlier?.points.map(({ at, value }) => [at, value])).toEqual([
      [10, 4],
      [20, null],
      [30, 6],
    ]);
  });

  it("is nothing where nothing was measured: zeros before anybody reported are no line", () => {
    expect(shapeEarlier(line, answer([0, 0, 0], [null, null, null]), "a year ago")).toBeUndefined();
  });
});
