import { listLabelNames, listLabelValues } from "./list-label-values.js";

const sources = {
  registry: {
    clients: [{ id: "n", title: "Northmart", timeZone: "UTC", currency: "EUR" }],
    stores: [
      { id: "1", client: "n", title: "Altona", region: "r" },
      { id: "1", client: "h", title: "Mitte", region: "r" },
      { id: "2", client: "h", title: "Ost", region: "r" },
    ],
    channels: [],
    partners: [],
  },
  rules: [{ id: "late", title: "Orders late", severities: ["CRITICAL" as const] }],
  labels: [
    { name: "system", values: ["erp"] },
    { name: "store", values: ["1"] },
  ],
};

describe("the labels to choose from", () => {
  it("are those of every alert, then those of what fires", () =>
    expect(listLabelNames(sources.labels)).toEqual([
      ...["rule", "severity", "client", "store", "channel", "partner"],
      "system",
    ]));

  it.each([
    ["rule", [], ["late"]],
    ["severity", [], ["critical", "warning", "info"]],
    ["store", [], ["1", "2"]],
    ["store", [{ label: "client", op: "=" as const, value: "n" }], ["1"]],
    ["system", [], ["erp"]],
    ["nothing", [], []],
  ])("%s has the values of its place", (label, matchers, values) =>
    expect(listLabelValues(label, sources, matchers).map(({ value }) => value)).toEqual(values),
  );
});
