import { describeFailure } from "./describe-failure.js";
import { GraphqlFailure, type FailureReason } from "./graphql-failure.js";

it.each<[FailureReason, RegExp, boolean]>([
  ["unreachable", /^Could not load the runs. The server cannot be reached.*by itself/, true],
  ["server_fault", /failed to answer.*by itself/, true],
  ["rate_limited", /by itself/, true],
  ["too_slow", /took too long.*shorter range/, true],
  ["too_heavy", /said so.*shorter range/, true],
  ["forbidden", /^You may not see the runs. said so/, false],
  ["signed_out", /sign in/, false],
  ["bad_input", /said so/, false],
])("%s", (reason, words, canRetry) => {
  const failure = describeFailure(new GraphqlFailure(reason, "said so"), "the runs");
  expect(`${failure.title} ${failure.detail}`).toMatch(words);
  expect(failure.canRetry).toBe(canRetry);
});
