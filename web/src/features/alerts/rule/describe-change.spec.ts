import { describeChange } from "./describe-change.js";

it.each([
  [{ field: "forSeconds", before: 60, after: 300 }, "Fires after: 1 min > 5 min"],
  [{ field: "levels warning threshold", before: 0.1, after: 0.15 }, "Levels, warning, threshold: 10 % > 15 %"],
  [
    { field: "levels critical recoveryThreshold", before: undefined, after: 0.025 },
    "Levels, critical, recovery threshold: – > 2.5 %",
  ],
  [{ field: "filter workflows", before: ["a", "b"], after: undefined }, "Filter, workflows: a, b > –"],
  [{ field: "isEnabled", before: true, after: false }, "Switched on: yes > no"],
  [{ field: "runbook", before: "", after: "Call." }, "Runbook: – > Call."],
])("says %j", (change, words) => {
  const { field, before, after } = describeChange(change, "ratio");
  expect(`${field}: ${before} > ${after}`).toBe(words);
});
