import { decideWallState, type StoreEvidence } from "./decide-wall-state.js";

const quiet = { overdue: 0, atRisk: 0, exceptionsOpen: 0 };
const ok = { state: "OK", silentSeconds: 10, expectedSinceAt: null } as const;
const late = { state: "LATE", silentSeconds: 100, expectedSinceAt: null } as const;
const stale = { state: "STALE", silentSeconds: 11_105, expectedSinceAt: null } as const;
const never = { state: "NEVER_SEEN", silentSeconds: null, expectedSinceAt: null } as const;

describe("decideWallState", () => {
  it.each<[string, StoreEvidence, string, string]>([
    ["no feed at all", { ...quiet, feeds: [] }, "NO_DATA", "No feed of this store is known"],
    ["never heard", { ...quiet, feeds: [never] }, "NO_DATA", "Never heard from"],
    [
      "declared and never heard",
      { ...quiet, feeds: [never, { ...never, expectedSinceAt: new Date("2026-06-01T08:00:00Z") }] },
      "NO_DATA",
      "Never heard from, expected since 2026-06-01",
    ],
    ["all feeds stale", { ...quiet, feeds: [stale, never] }, "NO_DATA", "Silent for 3 h 5 min"],
    [
      "all feeds stale with overdue runs",
      { ...quiet, feeds: [stale], overdue: 1 },
      "NO_DATA",
      "Silent for 3 h 5 min, 1 run past its deadline before that",
    ],
    [
      "a late feed still counts as heard",
      { ...quiet, feeds: [late, stale] },
      "OK",
      "Nothing late, 1 of 2 feeds silent",
    ],
    ["overdue before at risk", { ...quiet, feeds: [ok], overdue: 2, atRisk: 3 }, "LATE", "2 runs past their deadline"],
    ["at risk", { ...quiet, feeds: [ok], atRisk: 1 }, "AT_RISK", "1 run close to its deadline"],
    [
      "exceptions alone do not colour it",
      { ...quiet, feeds: [ok], exceptionsOpen: 1 },
      "OK",
      "Nothing late, 1 exception open",
    ],
    ["all well", { ...quiet, feeds: [ok] }, "OK", "Nothing late"],
  ])("%s", (_, store, state, reason) => {
    expect(decideWallState(store)).toEqual({ state, reason });
  });
});
