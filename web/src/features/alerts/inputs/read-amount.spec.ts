import { readAmount, writeAmount } from "./read-amount.js";

it.each([
  ["25", 0.01, 0.25],
  ["7", 0.01, 0.07],
  ["0,5", 0.01, 0.005],
  [" 15 ", 60, 900],
  ["-80", 0.01, -0.8],
  ["", 1, undefined],
  ["many", 1, "many"],
  ["1,000.5", 1, "1,000.5"],
])("reads %j in units of %d", (text, scale, value) => expect(readAmount(text, scale)).toBe(value));

it.each([
  [0.07, 0.01, "7"],
  [0.999, 0.01, "99.9"],
  [900, 60, "15"],
  ["many", 1, "many"],
  [undefined, 1, ""],
])("writes %j in units of %d", (value, scale, text) => expect(writeAmount(value, scale)).toBe(text));
