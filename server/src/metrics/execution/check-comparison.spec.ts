import { getMetric } from "../metric-catalog.js";
import { checkComparison } from "./check-comparison.js";

const counted = { value: 0, numerator: 0, denominator: null, nullReason: null };

function compare(metric: string, known: number | null, certain: number | null, knownNow: number | null = 1) {
  const now = { findKnown: () => knownNow };
  const earlier = { findKnown: () => known, findCertain: () => certain };
  return checkComparison(counted, getMetric(metric), { now, earlier, key: [], floor: 0.9 });
}

describe("checkComparison", () => {
  it.each([
    ["a sum of a range before anybody reported", "refund_leakage", null, null, false],
    ["a sum of a range of which the end alone was seen", "refund_leakage", 0.02, 1, false],
    ["a count of a range with long silences", "runs_finished", 1, 0.89, false],
    ["a count known late and then silent", "runs_finished", 0.95, 0.94, false],
    ["a count of a range that was measured", "runs_finished", 1, 0.9, true],
    ["a count where no silence says anything", "runs_finished", 1, null, true],
    ["coverage of a range with long silences", "coverage", 1, 0.2, true],
    ["coverage of a range of which the end alone was seen", "coverage", 0.02, 1, false],
  ])("%s", (_, metric, known, certain, isKept) => {
    const figure = compare(metric, known, certain);
    if (isKept) expect(figure).toBe(counted);
    else expect(figure).toMatchObject({ value: null, numerator: 0, nullReason: "INSUFFICIENT_COVERAGE" });
  });

  it("keeps what is counted where no feed is known in either range", () => {
    expect(compare("runs_finished", null, null, null)).toBe(counted);
  });
});
