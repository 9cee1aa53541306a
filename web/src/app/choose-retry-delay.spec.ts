import { GraphqlFailure, type FailureReason } from "../graphql/graphql-failure.js";
import { chooseRetryDelay } from "./choose-retry-delay.js";

it.each<[FailureReason, number | null, number | false]>([
  ["unreachable", null, 10_000],
  ["server_fault", null, 10_000],
  ["too_slow", null, 60_000],
  ["too_heavy", null, 60_000],
  ["rate_limited", 30, 30_000],
  ["rate_limited", null, 10_000],
  ["forbidden", null, false],
  ["bad_input", null, false],
  ["signed_out", null, false],
])("%s (retry after %j s) is asked again after %j ms", (reason, seconds, delay) => {
  expect(chooseRetryDelay(new GraphqlFailure(reason, "", seconds))).toBe(delay);
});

it("nothing failed: nothing is asked again; something unexpected is, later", () => {
  expect(chooseRetryDelay(null)).toBe(false);
  expect(chooseRetryDelay(new Error("odd"))).toBe(60_000);
});
