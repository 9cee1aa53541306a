import { decideBreaker, isProbing } from "./decide-breaker.js";
import { decideRetry } from "./decide-retry.js";

const HOUR = 3_600_000;
const after = (
  result: "retry" | "denied" | "reduce" | "permanent" | "gone" | "unreachable" | "delivered",
  attempt = 1,
) => decideRetry({ outcome: { result, retryAfterMs: null }, attempt, isMinimal: false, random: 0.5 });

it("tries eleven times over some sixteen hours", () => {
  const waits = Array.from({ length: 11 }, (_, index) => after("retry", index + 1));
  expect(waits.map(({ waitMs }) => (waitMs === null ? null : waitMs / 1_000))).toEqual([
    ...[5, 30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800],
    null,
  ]);
  expect(waits.at(-1)?.state).toBe("dead");
});

it.each([
  [0, 4_000],
  [0.5, 5_000],
  [0.999_999, 6_000],
])("spreads waits by a fifth: %d", (random, waitMs) => {
  expect(
    decideRetry({ outcome: { result: "retry", retryAfterMs: null }, attempt: 1, isMinimal: false, random }).waitMs,
  ).toBe(waitMs);
});

it.each([
  [1, 1_000, 5_000],
  [1, 60_000, 60_000],
  [10, HOUR, 8 * HOUR],
])("waits as long as it is asked to when that is longer: attempt %d, %d ms", (attempt, retryAfterMs, waitMs) => {
  expect(
    decideRetry({ outcome: { result: "retry", retryAfterMs }, attempt, isMinimal: false, random: 0.5 }).waitMs,
  ).toBe(waitMs);
});

it("asks three times over ten minutes to be let in, and says so at once", () => {
  expect([1, 2, 3].map((attempt) => after("denied", attempt))).toMatchObject([
    { state: "pending", waitMs: 300_000, isFlagged: true },
    { state: "pending", waitMs: 300_000 },
    { state: "dead" },
  ]);
});

it("sends less once, then gives up", () => {
  expect(after("reduce")).toMatchObject({ state: "pending", waitMs: 0, isMinimal: true });
  expect(
    decideRetry({ outcome: { result: "reduce", retryAfterMs: null }, attempt: 2, isMinimal: true, random: 0 }),
  ).toMatchObject({ state: "dead" });
});

it("gives up what is final, and the contact that is gone", () => {
  expect(after("permanent")).toMatchObject({ state: "dead", isContactDisabled: false });
  expect(after("gone")).toMatchObject({ state: "dead", isContactDisabled: true });
  expect(after("unreachable", 10)).toMatchObject({ state: "pending", isFlagged: true });
  expect(after("delivered")).toMatchObject({ state: "delivered", waitMs: null });
});

it("opens the breaker at the fifth failure, doubles, and closes by one success", () => {
  const opened: (number | null)[] = [];
  let failures = 0;
  for (let time = 0; time < 12; time += 1) {
    const change = decideBreaker(failures, true);
    failures = change.failures;
    opened.push(change.openForMs === null ? null : change.openForMs / 1_000);
  }
  expect(opened).toEqual([null, null, null, null, 60, 120, 240, 480, 960, 1_800, 1_800, 1_800]);
  expect([isProbing(4), isProbing(5)]).toEqual([false, true]);
  expect(decideBreaker(failures, false)).toEqual({ failures: 0, openForMs: null });
});
