import { checkCoverage } from "./check-coverage.js";

const kept = { value: 0.5, numerator: 1, denominator: 2, nullReason: null, intervalLow: 0.1, intervalHigh: 0.9 };
const judging = { needsCoverage: true } as const;

describe("checkCoverage", () => {
  it.each([
    ["just enough", 0.9, judging, 0.5],
    ["just too little", 0.8999, judging, null],
    ["nothing", 0, judging, null],
    ["unknown", null, judging, 0.5],
    ["too little for a count", 0.1, {}, 0.5],
  ])("%s", (_, share, metric, value) => {
    const figure = checkCoverage(kept, metric, { share, floor: 0.9 });
    expect(figure.value).toBe(value);
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 });
    if (value === null)
      expect(figure).toMatchObject({ nullReason: "INSUFFICIENT_COVERAGE", intervalLow: null, intervalHigh: null });
    else expect(figure).toBe(kept);
  });

  it("leaves the reason of what has no value anyway", () => {
    const empty = { value: null, numerator: 0, denominator: 0, nullReason: "ZERO_DENOMINATOR" } as const;
    expect(checkCoverage(empty, judging, { share: 0, floor: 0.9 })).toBe(empty);
  });
});
