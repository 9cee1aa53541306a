import { formatFigure } from "./format-figure.js";

it.each([
  [0.9791, { unit: "ratio" }, "97.9 %"],
  [0.9999, { unit: "ratio" }, "99.9 %"],
  [18_720, { unit: "seconds" }, "5 h 12 min"],
  [312, { unit: "minutes" }, "5 h 12 min"],
  [41_300, { unit: "money", currency: "EUR" }, "EUR 41.3 k"],
  [0.0011, { unit: "ratio", currency: null }, "0.1 %"],
  [12_400, { unit: "count" }, "12.4 k"],
  [3.26, { unit: "per_1000" }, "3.3"],
])("%d as %j is %s", (value, of, text) => {
  expect(formatFigure(value, of)).toBe(text);
});
