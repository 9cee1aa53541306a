import { decideWorkflowState, type WorkflowFacts } from "./decide-workflow-state.js";

const good: WorkflowFacts = {
  kept: 0.999,
  isUnmeasured: false,
  p95Seconds: 100,
  limitSeconds: 900,
  open: 4,
  overdue: 0,
  started: 50,
  coverage: 1,
};

describe("decideWorkflowState", () => {
  it.each<[string, Partial<WorkflowFacts>, string]>([
    ["nothing wrong", {}, "ok"],
    ["kept just below the floor", { kept: 0.9499 }, "late"],
    ["kept at the floor", { kept: 0.95 }, "ok"],
    ["p95 at the limit", { p95Seconds: 900 }, "risk"],
    ["p95 beyond the limit", { p95Seconds: 901 }, "late"],
    ["p95 at 80 % of the limit", { p95Seconds: 720 }, "risk"],
    ["p95 just below 80 %", { p95Seconds: 719 }, "ok"],
    ["one overdue", { overdue: 1 }, "risk"],
    ["half of the time unmeasured", { coverage: 0.49 }, "none"],
    ["too little measured to judge", { kept: null, isUnmeasured: true, coverage: 0.8, overdue: 1 }, "none"],
    ["unmeasured but broken is late", { coverage: 0.1, kept: 0.2 }, "late"],
    ["nothing ran", { kept: null, p95Seconds: null, open: 0, started: 0 }, "none"],
    ["no limit", { limitSeconds: null, p95Seconds: 1e9 }, "ok"],
  ])("%s", (_, facts, state) => {
    expect(decideWorkflowState({ ...good, ...facts }).state).toBe(state);
  });
});
