import { listAssumptionNames } from "./list-assumption-names.js";
import { getMetric, METRIC_CATALOG } from "./metric-catalog.js";
import { ASSUMPTION_RULES } from "./settings/metric-assumptions.js";

it("every assumption belongs to a metric", () => {
  const used = new Set(METRIC_CATALOG.flatMap(listAssumptionNames));
  expect([...used].sort()).toEqual(ASSUMPTION_RULES.map(({ name }) => name).sort());
});

it("what judges promises rests on the floor of coverage, a count on nothing", () => {
  expect(listAssumptionNames(getMetric("sla_attainment"))).toEqual(["coverage_floor"]);
  expect(listAssumptionNames(getMetric("runs_open"))).toEqual([]);
});
