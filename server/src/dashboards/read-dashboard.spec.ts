import { loadDashboards } from "@watchfloor/dashboards";
import { DASHBOARD_KNOWLEDGE } from "./dashboard-knowledge.js";
import { buildDashboardDefinition } from "./graphql/build-dashboard.js";
import { MAX_TEXT_LENGTH, readDashboard } from "./read-dashboard.js";

const HEAD = "id: mine\ntitle: Mine\npanels:\n";

it("every definition of the product fits the catalogue of metrics", async () => {
  const files = await loadDashboards(DASHBOARD_KNOWLEDGE);
  expect(files.length).toBeGreaterThan(8);
  for (const { dashboard } of files)
    expect(buildDashboardDefinition(dashboard).panels).toHaveLength(dashboard.panels.length);
});

it.each([
  ["a metric of no catalogue", `${HEAD}  - { kind: kpi, id: a, title: A, metric: charm }\n`, 4],
  [
    "a dimension a metric has not",
    `${HEAD}  - { kind: bar, id: a, title: A, metric: exceptions_raised, groupBy: step }\n`,
    4,
  ],
  ["text that is no YAML", "id: [", 1],
  ["too much text", `# ${"x".repeat(MAX_TEXT_LENGTH)}`, 1],
])("%s is refused with its line", (_case, text, line) => {
  expect(readDashboard(text)).toMatchObject({ faults: [{ line }] });
});
