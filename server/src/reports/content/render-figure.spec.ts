import { renderFigure } from "./render-figure.js";

describe("a figure of a report", () => {
  it.each([
    [0.97905, "ratio", null, "97.9 %"],
    [0.9996, "ratio", null, "99.9 %"],
    [0.0002, "ratio", null, "< 0.1 %"],
    [-1.5, "ratio", null, "-150.0 %"],
    [1, "ratio", null, "100 %"],
    [1204, "count", null, "1,204"],
    [11_100, "seconds", null, "3 h 5 min"],
    [0.86, "seconds", null, "0.9 s"],
    [-61, "seconds", null, "-1 min"],
    [48210.33, "money", "EUR", "EUR 48,210.33"],
    [1.239, "times", null, "1.24"],
  ])("%d of %s is written in its unit", (value, unit, currency, text) => {
    expect(renderFigure(value, { unit, currency })).toBe(text);
  });
});
