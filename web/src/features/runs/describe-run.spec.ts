import { describeRun, type RunFacts } from "./describe-run.js";

const now = new Date("2026-11-21T08:00:00Z");

it.each<[RunFacts, string, string]>([
  [{ state: "OVERDUE", outcome: null, dueAt: "2026-11-21T06:00:00Z", latenessSeconds: null }, "late", "overdue by 2 h"],
  [{ state: "OPEN", outcome: null, dueAt: "2026-11-21T07:59:50Z", latenessSeconds: null }, "late", "overdue by 10 s"],
  [{ state: "AT_RISK", outcome: null, dueAt: "2026-11-21T08:12:00Z", latenessSeconds: null }, "risk", "due in 12 min"],
  [{ state: "OPEN", outcome: null, dueAt: null, latenessSeconds: null }, "ok", "open"],
  [{ state: "FINISHED", outcome: "SUCCEEDED", dueAt: null, latenessSeconds: 240 }, "risk", "succeeded, 4 min late"],
  [{ state: "FINISHED", outcome: "SUCCEEDED", dueAt: null, latenessSeconds: -5 }, "ok", "succeeded"],
  [{ state: "FINISHED", outcome: "DEAD_LETTERED", dueAt: null, latenessSeconds: 9 }, "late", "dead-lettered"],
])("%j", (run, state, words) => {
  expect(describeRun(run, now)).toEqual({ state, words });
});
