import { isLone } from "./is-lone.js";

it.each([
  [[null, 5, null], 1, true],
  [[5], 0, true],
  [[5, null, 6], 0, true],
  [[5, null, 6], 2, true],
  [[5, 6, null], 0, false],
  [[null, 5, 6], 1, false],
  [[null, null, 6], 1, false],
  [[0, null], 0, true],
])("of %j, number %i: %s", (values, index, expected) => {
  expect(isLone(values, index)).toBe(expected);
});
