import { describeNoComparison } from "./describe-no-comparison.js";

describe("describeNoComparison", () => {
  it("says whether the time before was not measured, or had nothing", () => {
    expect(describeNoComparison("INSUFFICIENT_COVERAGE", "last quarter")).toBe(
      "last quarter: too little measured to compare",
    );
    expect(describeNoComparison("NO_ROWS", "a year ago")).toBe("a year ago: nothing to compare with");
  });
});
