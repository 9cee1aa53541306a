import { changeKind, copyDraft, proposeDraft, proposeId, proposeRecovery } from "./propose-draft.js";

it("begins a rule with the usual durations and leaves the threshold to people", () => {
  expect(proposeDraft("threshold", "failure_rate")).toMatchObject({
    ...{ kind: "threshold", metric: "failure_rate", windowSeconds: 300, op: ">", intervalSeconds: 60, noData: "keep" },
    levels: [{ severity: "warning" }],
  });
  expect(proposeDraft("readiness", "failure_rate")).not.toHaveProperty("metric");
  expect(proposeDraft("nonsense", "")).toMatchObject({ kind: "threshold" });
});

it("keeps what all kinds have when the kind changes", () => {
  const before = { ...proposeDraft("threshold", "runs_started"), title: "T", groupBy: ["store"], forSeconds: 60 };
  const after = changeKind({ ...before, levels: [{ severity: "critical", threshold: 1 }] }, "change");
  expect(after).toMatchObject({
    title: "T",
    groupBy: ["store"],
    forSeconds: 60,
    metric: "runs_started",
    as: "relative",
  });
  expect(after["levels"]).toEqual([{ severity: "critical" }]);
  expect(after["summary"]).toBe("{{title}}: changed by {{value}}");
  expect(changeKind(after, "anomaly")).not.toHaveProperty("op");
});

it("keeps the words that somebody wrote", () =>
  expect(changeKind({ ...proposeDraft("threshold", ""), summary: "Mine" }, "burn")["summary"]).toBe("Mine"));

it("names a copy", () => expect(copyDraft({ id: "a", title: "A" })).toEqual({ id: "a-copy", title: "A (copy)" }));

it.each([
  ["Orders fail: often!", "orders-fail-often"],
  ["  Käse über 20 % ", "kase-uber-20"],
  ["", ""],
])("makes an id of %j", (title, id) => expect(proposeId(title)).toBe(id));

it.each([
  [">", 0.2, 0.18],
  ["<", 0.9, 0.99],
  ["<", -0.5, -0.45],
  [">", -10, -11],
  ["==", 1, null],
])("proposes to recover 10 %% inside %s %d", (op, threshold, recovery) =>
  expect(proposeRecovery(op, threshold)).toBe(recovery),
);
