import { formatCode } from "./format-code.js";

it.each([
  ["price_not_applied", "Price not applied"],
  ["order_not_in_erp", "Order not in ERP"],
  ["refund-reversal", "Refund reversal"],
  ["pos_gateway", "POS gateway"],
  ["position", "Position"],
  ["", ""],
])("%s is written %s", (code, words) => {
  expect(formatCode(code)).toBe(words);
});
