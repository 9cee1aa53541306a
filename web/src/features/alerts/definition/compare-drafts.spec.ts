import { compareDrafts } from "./compare-drafts.js";

const rule = {
  id: "r",
  title: "T",
  groupBy: ["client"],
  filter: { workflows: ["a"] },
  levels: [
    { severity: "critical", threshold: 0.2 },
    { severity: "warning", threshold: 0.1, recoveryThreshold: 0.05 },
  ],
};

it("finds no difference in the order of fields", () => {
  const { id, ...rest } = rule;
  expect(compareDrafts(rule, { ...rest, id })).toEqual([]);
});

it("names fields, parts of mappings, and levels by their severity", () => {
  const after = {
    ...rule,
    title: "U",
    groupBy: ["client", "store"],
    filter: { clients: ["c"] },
    levels: [
      { severity: "warning", threshold: 0.15, recoveryThreshold: 0.05 },
      { severity: "info", threshold: 0.01 },
    ],
    forSeconds: 60,
  };
  expect(compareDrafts(rule, after)).toEqual([
    { field: "title", before: "T", after: "U" },
    { field: "groupBy", before: ["client"], after: ["client", "store"] },
    { field: "filter workflows", before: ["a"], after: undefined },
    { field: "levels critical threshold", before: 0.2, after: undefined },
    { field: "levels warning threshold", before: 0.1, after: 0.15 },
    { field: "filter clients", before: undefined, after: ["c"] },
    { field: "levels info threshold", before: undefined, after: 0.01 },
    { field: "forSeconds", before: undefined, after: 60 },
  ]);
});
