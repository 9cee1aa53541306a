import { describeState } from "./describe-state.js";

const now = new Date("2026-11-21T12:00:00Z");
type Run = Parameters<typeof describeState>[0];
const run: Run = {
  ...{ state: "OPEN", startedAt: "2026-11-21T10:00:00Z", dueAt: null, finishedAt: null, outcome: null, promise: null },
  ...{ superseded: false, latenessSeconds: null, durationSeconds: null, errorClass: null, errorCode: null },
  ...{ errorMessage: null, sla: null, pauses: [], expectation: null },
};
const sla = {
  ...{ policy: "gold", policyVersion: 3, title: "Gold", tier: "gold", target: 0.99, calendar: null },
  ...{ limitSeconds: 3_600, clockSeconds: 7_200, dueAt: "2026-11-21T11:00:00Z", atRiskAt: null },
};
const tell = (more: Partial<Run>) => describeState({ ...run, ...more }, now, "UTC").join("\n");

describe("describeState", () => {
  it.each<[string, Partial<Run>, string[]]>([
    ["an open run nobody promised anything of", {}, ["Nobody named a deadline and no policy promises one."]],
    [
      "an overdue one",
      { state: "OVERDUE", dueAt: "2026-11-21T11:30:00Z" },
      ["It should have ended by 21 Nov 2026, 11:30 (UTC), 30 min ago, and no end was received.", "is its own"],
    ],
    ["one at risk", { state: "AT_RISK", dueAt: "2026-11-21T12:10:00Z" }, ["10 min from now, and four fifths"]],
    [
      "one whose policy is broken",
      { state: "OVERDUE", sla },
      [
        "1 h ago",
        "Policy “Gold”, version 3, was in force at its start: 2 h of 1 h are used, on the wall clock; 99.0 %",
      ],
    ],
    ["one whose clock stands still", { sla: { ...sla, dueAt: null } }, ["Its clock stands still"]],
    [
      "a failed one",
      {
        ...{ state: "FINISHED", finishedAt: "2026-11-21T10:30:00Z", outcome: "FAILED", durationSeconds: 1_800 },
        ...{ errorClass: "timeout", errorMessage: "gateway answers 503" },
      },
      ["It ended as failed at 21 Nov 2026, 10:30 (UTC) after 30 min.", "error: timeout: gateway answers 503."],
    ],
    [
      "one that came late",
      {
        ...{ state: "FINISHED", finishedAt: "2026-11-21T11:00:00Z", outcome: "SUCCEEDED", durationSeconds: 3_600 },
        ...{ latenessSeconds: 600, dueAt: "2026-11-21T10:50:00Z" },
      },
      ["10 min past its deadline"],
    ],
    ["one without a start", { finishedAt: now.toISOString(), outcome: "SUCCEEDED" }, ["nobody reported its start"]],
    ["one that was surpassed", { finishedAt: now.toISOString(), superseded: true }, ["by a later publication"]],
    ["the word of its source", { promise: "BROKEN" }, ["the promise was broken; that decides"]],
    [
      "answers that are missing",
      { expectation: { expected: 3, answers: 1, answered: null } },
      ["it waits for the rest"],
    ],
    ["an answer to nothing", { expectation: { expected: null, answers: 1, answered: null } }, ["nothing was known"]],
    [
      "what it waits for",
      { pauses: [{ from: "2026-11-21T11:00:00Z", to: null, reason: "customer" }] },
      ["It waits since 21 Nov 2026, 11:00 (UTC): customer."],
    ],
  ])("tells %s", (_, more, parts) => {
    for (const part of parts) expect(tell(more)).toContain(part);
  });
});
