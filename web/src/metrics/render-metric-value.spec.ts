import { renderMetricValue } from "./render-metric-value.js";

it.each<[number, string, string | null, string]>([
  [0.9996, "ratio", null, "99.9 %"],
  [11_100, "seconds", null, "3 h 5 min"],
  [90, "minutes", null, "1 h 30 min"],
  [48_210.33, "money", "EUR", "EUR 48.2 k"],
  [1284, "count", null, "1,284"],
  [12.5, "count", null, "12.5"],
  [31.256, "per_minute", null, "31.26 a minute"],
  [4, "per_1000", null, "4 per 1,000"],
  [71.4, "score", null, "71.4"],
  [3.14159, "kg", null, "3.14 kg"],
  [123_456, "kg", null, "123.5 k kg"],
])("%d %s %s is %s", (value, unit, currency, words) => {
  expect(renderMetricValue(value, { unit, currency })).toBe(words);
});
