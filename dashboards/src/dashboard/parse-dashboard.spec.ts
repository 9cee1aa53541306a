import { DefinitionFault } from "../definition/definition-fault.js";
import type { DashboardKnowledge } from "./dashboard-knowledge.js";
import { parseDashboard } from "./parse-dashboard.js";
import { renameDashboard } from "./rename-dashboard.js";

const knowledge: DashboardKnowledge = {
  dimensions: ["client", "store", "workflow", "step"],
  findDimensions: (metric) => (metric === "kept" ? ["client", "store", "workflow"] : undefined),
};

const HEAD = "id: mine\ntitle: Mine\npanels:\n";

function parse(text: string) {
  return parseDashboard({ file: "x.yaml", text, knowledge });
}

function catchFaults(text: string): string[] {
  try {
    parse(text);
  } catch (cause) {
    if (cause instanceof DefinitionFault) return cause.message.split("\n");
    throw cause;
  }
  throw new Error("no fault was found");
}

describe("parseDashboard", () => {
  it("fills in what is left out", () => {
    const dashboard = parse(`${HEAD}  - { kind: ranking, id: a, title: A, metric: kept, groupBy: store }\n`);
    expect(dashboard).toMatchObject({ range: "24h", compare: "previous", share: "colleagues", variables: [] });
    expect(dashboard.panels[0]).toMatchObject({ span: 12, order: "worst", minimumSample: 30, limit: 20 });
  });

  it("takes a variable by name, or with what it demands", () => {
    const text = `variables: [store, { name: client, required: true }]\n${HEAD}  - { kind: needs, id: a, title: A }\n`;
    expect(parse(text).variables).toEqual([
      { name: "store", isRequired: false },
      { name: "client", isRequired: true },
    ]);
  });

  it.each([
    [
      "an unknown metric",
      "  - { kind: needs, id: a, title: A }\n  - kind: kpi\n    id: b\n    title: B\n    metric: charm\n",
      'x.yaml:8: panels.1.metric: there is no metric "charm"',
    ],
    [
      "an unknown dimension",
      "  - kind: bar\n    id: b\n    title: B\n    metric: kept\n    groupBy: mood\n",
      'x.yaml:8: panels.0.groupBy: there is no dimension "mood": one of client, store, workflow, step',
    ],
    [
      "a dimension the metric has not",
      "  - { kind: bar, id: b, title: B, metric: kept, groupBy: step }\n",
      "x.yaml:4: panels.0.groupBy: kept has no step: one of client, store, workflow",
    ],
    [
      "a metric of a column",
      "  - { kind: table, id: b, title: B, groupBy: [store], columns: [{ metric: kept }, { metric: charm }] }\n",
      'x.yaml:4: panels.0.columns.1.metric: there is no metric "charm"',
    ],
    [
      "a metric of a stage",
      "  - { kind: funnel, id: b, title: B, stages: [{ title: x, metric: kept }, { title: y, metric: charm }] }\n",
      'x.yaml:4: panels.0.stages.1.metric: there is no metric "charm"',
    ],
    [
      "an id that is there twice",
      "  - { kind: needs, id: a, title: A }\n  - { kind: needs, id: a, title: A }\n",
      'x.yaml:5: panels.1.id: "a" is there twice',
    ],
  ])("refuses %s with its line", (_case, panels, message) => {
    expect(catchFaults(`${HEAD}${panels}`)).toEqual([message]);
  });

  it.each([
    ["a field of another kind", "  - { kind: text, id: a, title: A, text: hello, metric: kept }\n", /panels\.0/],
    ["a span that does not fit the grid", "  - { kind: needs, id: a, title: A, span: 9 }\n", /panels\.0\.span/],
    ["no panels", "  []\n", /panels/],
  ])("refuses %s", (_case, panels, field) => {
    expect(catchFaults(`${HEAD}${panels}`)[0]).toMatch(field);
  });
});

it("renameDashboard changes id and title and nothing else, comments included", () => {
  const text =
    "# why it is there\nid: mine\ntitle: Mine\npanels: # all of them\n  - { kind: needs, id: a, title: A }\n";
  const renamed = renameDashboard(text, { id: "yours", title: "Yours: all" });
  expect(renamed).toBe(
    '# why it is there\nid: yours\ntitle: "Yours: all"\npanels: # all of them\n  - { kind: needs, id: a, title: A }\n',
  );
  expect(parse(renamed).panels).toEqual(parse(text).panels);
});
