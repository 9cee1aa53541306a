import type { CatalogMetric } from "../../metrics/catalog-query.js";
import { findMetrics } from "./find-metrics.js";

const metric = (id: string, family: string, meaning = ""): CatalogMetric => ({
  ...{ id, family, meaning, title: id.replaceAll("_", " "), unit: "count", formula: "", better: "LOWER" },
  ...{ moment: "STARTED", dimensions: [], decimals: 0, emptyValue: 0, assumptions: [] },
});
const catalogue = [
  metric("runs_open", "Runs"),
  metric("sla_overdue", "Promises", "Open runs past their deadline."),
  metric("runs_started", "Runs"),
];
const ids = (text: string) =>
  findMetrics(catalogue, text).map(({ title, metrics }) => [title, metrics.map(({ id }) => id)]);

it("lists everything by family, in the order of the catalogue", () => {
  expect(ids("")).toEqual([
    ["Runs", ["runs_open", "runs_started"]],
    ["Promises", ["sla_overdue"]],
  ]);
});

it("finds by every word, in names, meanings and families", () => {
  expect(ids("open RUNS")).toEqual([
    ["Runs", ["runs_open"]],
    ["Promises", ["sla_overdue"]],
  ]);
  expect(ids("sla_over")).toEqual([["Promises", ["sla_overdue"]]]);
  expect(ids("promises")).toEqual([["Promises", ["sla_overdue"]]]);
  expect(ids("nothing like it")).toEqual([]);
});

it("puts what is called that before what only mentions it", () => {
  const two = [metric("a_b", "Runs", "about deadlines"), metric("deadline", "Runs")];
  expect(findMetrics(two, "deadline")[0]?.metrics.map(({ id }) => id)).toEqual(["deadline", "a_b"]);
});
