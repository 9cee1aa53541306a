import { listNextSteps } from "./list-next-steps.js";

type Run = Parameters<typeof listNextSteps>[0];
const run: Run = {
  ...{ state: "OPEN", outcome: null, finishedAt: null, startedAt: "2026-11-21T10:00:00Z", expectation: null },
  ...{ expected: { rule: null, steps: null, isConforming: null }, steps: [], exceptions: [], source: "shop" },
  ...{ superseded: false, pauses: [], target: null, mismatchedAt: null },
};
const rule = {
  ...{ id: "r", version: 1, title: "Posted", withinSeconds: 60, when: "a", expect: "run.finished, workflow erp" },
  ...{ cancel: null, key: ["correlation"] },
};
const step = (name: string, outcome: "SUCCEEDED" | "FAILED"): Run["steps"][number] => ({
  ...{
    id: name,
    step: name,
    startedAt: "2026-11-21T10:00:00Z",
    finishedAt: "2026-11-21T10:00:01Z",
    outcome,
    attempt: 1,
  },
  ...{ from: "shop", to: "erp", errorClass: null, errorCode: null, errorMessage: null, sequence: null },
});
const pending: NonNullable<Run["expected"]["steps"]>[number] = {
  ...{ step: "post", status: "PENDING", place: 2, happenedAs: null, isOptional: false, mayRepeat: false },
  ...{ times: 0, failures: 0, startedAt: null, finishedAt: null },
};
const ended = { state: "FINISHED", finishedAt: "2026-11-21T11:00:00Z" } as const;

describe("listNextSteps", () => {
  it.each<[string, Partial<Run>, string[]]>([
    ["an open run in time", {}, []],
    ["a run that went well", { ...ended, outcome: "SUCCEEDED" }, []],
    ["an overdue one", { state: "OVERDUE" }, ["Ask shop whether it ended"]],
    [
      "an answer that is missing",
      { state: "OVERDUE", expected: { ...run.expected, rule } },
      ["“run.finished, workflow erp”"],
    ],
    [
      "a step that is missing",
      { state: "AT_RISK", steps: [step("check", "SUCCEEDED")], expected: { ...run.expected, steps: [pending] } },
      ["It stands before post: ask erp, where check ended."],
    ],
    ["no step yet", { state: "OVERDUE", expected: { ...run.expected, steps: [pending] } }, ["ask shop about post"]],
    [
      "what it waits for",
      { pauses: [{ from: "x", to: null, reason: "customer" }] },
      ["Clear what it waits for: customer."],
    ],
    ["another version", { mismatchedAt: "x", target: "store=1" }, ["store=1 reported another version"]],
    ["a failure", { ...ended, outcome: "FAILED" }, ["Have shop do it again"]],
    ["a failed step", { ...ended, outcome: "FAILED", steps: [step("post", "FAILED")] }, ["Mend post in erp, then"]],
    ["no start", { ...ended, outcome: "SUCCEEDED", startedAt: null }, ["send run.started, too"]],
    ["a later publication", { ...ended, superseded: true, outcome: "FAILED" }, ["Nothing to do"]],
  ])("tells what to do about %s", (_, more, parts) => {
    const steps = listNextSteps({ ...run, ...more });
    expect(steps).toHaveLength(parts.length);
    parts.forEach((part, place) => expect(steps[place]).toContain(part));
  });

  it("puts open exceptions first", () => {
    const exception = {
      id: "x",
      class: "c",
      message: null,
      raisedAt: null,
      cause: null,
      resolution: null,
      money: null,
    };
    const exceptions = [
      { ...exception, resolvedAt: null },
      { ...exception, resolvedAt: "2026-11-21T10:00:00Z" },
    ];
    expect(listNextSteps({ ...run, exceptions })).toEqual(["Look at its open exception below."]);
  });
});
