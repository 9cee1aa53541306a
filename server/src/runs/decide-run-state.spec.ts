import { decideRunState } from "./decide-run-state.js";

const T0 = Date.parse("2026-06-01T12:00:00Z");

describe("decideRunState", () => {
  it.each([
    ["finished, whatever its deadline", { startedAtMs: 0, dueAtMs: 10, finishedAtMs: 900 }, "FINISHED"],
    ["open without deadline", { startedAtMs: 0 }, "OPEN"],
    ["open at its deadline", { startedAtMs: -1_000, dueAtMs: 1_000 }, "AT_RISK"],
    ["a millisecond past its deadline", { startedAtMs: -1_000, dueAtMs: 999 }, "OVERDUE"],
    ["overdue without start", { dueAtMs: 0 }, "OVERDUE"],
    ["with 80 % of its time gone", { startedAtMs: 200, dueAtMs: 1_200 }, "AT_RISK"],
    ["a millisecond before that", { startedAtMs: 201, dueAtMs: 1_201 }, "OPEN"],
    ["starting in the future", { startedAtMs: 1_001, dueAtMs: 1_001 }, "OPEN"],
    ["without start before its deadline", { dueAtMs: 2_000 }, "OPEN"],
  ])("%s", (_, times, expected) => {
    const at = (ms: number | undefined) => (ms === undefined ? undefined : T0 + ms);
    const { startedAtMs, dueAtMs, finishedAtMs } = {
      startedAtMs: undefined,
      dueAtMs: undefined,
      finishedAtMs: undefined,
      ...times,
    };
    const run = { startedAtMs: at(startedAtMs), dueAtMs: at(dueAtMs), finishedAtMs: at(finishedAtMs) };
    expect(decideRunState(run, new Date(T0 + 1_000))).toBe(expected);
  });
});
