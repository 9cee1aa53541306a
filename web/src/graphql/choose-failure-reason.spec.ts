import { chooseFailureReason } from "./choose-failure-reason.js";

it.each([
  ["UNAUTHENTICATED", 200, "signed_out"],
  ["RATE_LIMITED", 200, "rate_limited"],
  [undefined, 401, "signed_out"],
  [undefined, 429, "rate_limited"],
  [undefined, 503, "unreachable"],
  ["SOMETHING_NEW", 200, "server_fault"],
])("%s with status %d is %s", (code, status, reason) => {
  expect(chooseFailureReason(code, status)).toBe(reason);
});
