import { renderAlertThreshold, renderAlertValue } from "./render-alert-value.js";

describe("renderAlertValue", () => {
  it.each([
    [{ value: 0.0451, unit: "ratio" }, "4.5 %", "limit 4.5 %"],
    [{ value: -0.62, unit: "ratio" }, "-62.0 %", "limit -62.0 %"],
    [{ value: 50_434, unit: "seconds" }, "14 h 1 min", "limit 14 h 1 min"],
    [{ value: 87, unit: "count" }, "87", "limit 87"],
    [{ value: 12_400, unit: "money", currency: "EUR" }, "EUR 12.4 k", "limit EUR 12.4 k"],
    [{ value: 1, unit: "absence" }, "nothing came", ""],
    [{ value: 0, unit: "absence" }, "something came", ""],
    [{ value: 1, unit: "gates" }, "1 gate open", ""],
    [{ value: 3, unit: "gates" }, "3 gates open", ""],
    [{ value: 6.14, unit: "score" }, "score 6.1", ""],
    [{ value: null, unit: "ratio" }, "no value", ""],
  ])("writes %j", (given, value, threshold) => {
    expect(renderAlertValue(given)).toBe(value);
    expect(renderAlertThreshold(given)).toBe(threshold);
  });
});
