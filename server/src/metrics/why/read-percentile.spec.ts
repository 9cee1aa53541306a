import { METRIC_CATALOG } from "../metric-catalog.js";
import { readPercentile } from "./read-percentile.js";

describe("readPercentile", () => {
  it("reads the value and the condition, commas within parentheses and texts included", () => {
    expect(readPercentile("quantileExactInclusiveOrNullIf(0.95)(if(a, b, c), x IN ('p, q', 'r') AND NOT y)")).toEqual({
      value: "if(a, b, c)",
      condition: "x IN ('p, q', 'r') AND NOT y",
    });
  });

  it("has every row where there is no condition", () => {
    expect(readPercentile("quantileExactInclusiveOrNull(0.95)(a)")).toEqual({ value: "a", condition: "1" });
  });

  it.each([
    "count()",
    "sum(a)",
    "quantileExactInclusiveOrNull(0.5)(a, b)",
    "quantileExactInclusiveOrNull(0.5)()",
    "quantileExactInclusiveOrNullIf(0.5)(a)",
    "",
  ])("takes no notice of %s", (sql) => {
    expect(readPercentile(sql)).toBeUndefined();
  });

  it("reads every percentile of the catalogue, so that its changes can be explained, but those whose rows hold several values", () => {
    const unread = METRIC_CATALOG.filter(
      ({ id, formula }) =>
        /_p\d\d$/.test(id) &&
        formula.form === "figure" &&
        formula.figure.form === "flow" &&
        readPercentile(formula.figure.sql) === undefined,
    );
    expect(unread.map(({ id }) => id)).toEqual(["approval_to_live_p95"]);
  });
});
