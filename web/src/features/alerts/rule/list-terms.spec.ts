import { listTerms } from "./list-terms.js";

const terms = [
  { severity: "CRITICAL", forSeconds: 120, keepFiringSeconds: 0, noDataKeepSeconds: 300 },
  { severity: "WARNING", forSeconds: 300, keepFiringSeconds: 0, noDataKeepSeconds: 300 },
] as const;

it("says what holds in effect, apart only where severities differ", () => {
  const said = listTerms({ kind: "threshold", windowSeconds: 900, noData: "notify" }, terms);
  expect(said.map(({ name, text }) => `${name}: ${text}`)).toEqual([
    "Window: 15 min",
    "Evaluated: every 1 min",
    "Fires after: 2 min (critical) and 5 min (warning)",
    "Goes on for: not at all",
    "Waits for data: 1 min",
    "Without data: keeps its state, and people are told",
    "New groups: after 1 min",
  ]);
});

it("leaves out windows a kind does not have", () => {
  expect(listTerms({ kind: "readiness" }, terms).map(({ name }) => name)).not.toContain("Window");
});
