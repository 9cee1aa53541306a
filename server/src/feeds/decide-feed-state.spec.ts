import { chooseCadence, decideFeedState } from "./decide-feed-state.js";

const now = new Date("2026-06-08T00:00:00Z");
const seenFor = (ms: number) => now.getTime() - ms;
const WEEK_MS = 7 * 86_400_000;

describe("decideFeedState", () => {
  it.each([
    [null, "NEVER_SEEN"],
    [0, "OK"],
    [60, "OK"],
    [60.001, "LATE"],
    [120, "LATE"],
    [120.001, "STALE"],
  ] as const)("after %s s of silence at a cadence of 60 s is %s", (silentSeconds, expected) => {
    expect(decideFeedState(silentSeconds, 60)).toBe(expected);
  });
});

describe("chooseCadence", () => {
  it.each([
    [
      "declared before all",
      { declaredSeconds: 60, heartbeatSeconds: 30, learnedSeconds: 10, firstSeenMs: seenFor(WEEK_MS) },
      60,
      "DECLARED",
    ],
    [
      "heartbeats before learned",
      { declaredSeconds: undefined, heartbeatSeconds: 30, learnedSeconds: 10, firstSeenMs: seenFor(WEEK_MS) },
      30,
      "HEARTBEAT",
    ],
    [
      "learned after 7 days",
      { declaredSeconds: undefined, heartbeatSeconds: 0, learnedSeconds: 10, firstSeenMs: seenFor(WEEK_MS) },
      10,
      "LEARNED",
    ],
    [
      "default a millisecond before",
      { declaredSeconds: undefined, heartbeatSeconds: 0, learnedSeconds: 10, firstSeenMs: seenFor(WEEK_MS - 1) },
      900,
      "DEFAULT",
    ],
    [
      "default without gaps",
      { declaredSeconds: undefined, heartbeatSeconds: 0, learnedSeconds: undefined, firstSeenMs: seenFor(WEEK_MS) },
      900,
      "DEFAULT",
    ],
  ] as const)("%s", (_, evidence, cadenceSeconds, cadenceFrom) => {
    expect(chooseCadence(evidence, now)).toEqual({ cadenceSeconds, cadenceFrom });
  });
});
