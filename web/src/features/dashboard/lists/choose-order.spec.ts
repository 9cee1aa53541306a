import { chooseOrder } from "./choose-order.js";

it.each([
  ["LARGEST", "HIGHER", "DESCENDING"],
  ["SMALLEST", "HIGHER", "ASCENDING"],
  ["WORST", "HIGHER", "ASCENDING"],
  ["WORST", "LOWER", "DESCENDING"],
  ["BEST", "HIGHER", "DESCENDING"],
  ["BEST", "LOWER", "ASCENDING"],
  [null, "NEITHER", "DESCENDING"],
] as const)("%s of a metric that is better %s is %s", (order, better, direction) => {
  expect(chooseOrder(order, better)).toBe(direction);
});
