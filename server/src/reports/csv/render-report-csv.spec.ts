import { guardFormula } from "./render-report-csv.js";

describe("text in a report for spreadsheets", () => {
  it.each(["=1+1", "+49 40 1", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "\uFF1D1", "\uFEFF=1", "|x"])(
    "that would run as a formula is marked as text: %j",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(["", "Store 0117", "a=b", "0.5", "Märkte – Süd", "'=1"])("that would not stays as it is: %j", (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});
