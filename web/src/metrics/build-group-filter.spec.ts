import { buildGroupFilter } from "./build-group-filter.js";

it("narrows a filter to one group", () => {
  const key = [
    { dimension: "CLIENT", id: "northmart" },
    { dimension: "WORKFLOW", id: "price-sync" },
  ];
  expect(buildGroupFilter({ clients: ["northmart", "halden"], regions: ["nw"] }, key)).toEqual({
    filter: { clients: ["northmart"], regions: ["nw"], workflows: ["price-sync"] },
  });
});

it("takes a currency for what it is: no filter", () => {
  expect(buildGroupFilter({}, [{ dimension: "currency", id: "EUR" }])).toEqual({ filter: {}, currency: "EUR" });
});

it("keeps the group of what has no value", () => {
  expect(buildGroupFilter({}, [{ dimension: "CHANNEL", id: null }])).toEqual({ filter: { channels: [""] } });
});

it("says so when a group cannot be asked for alone", () => {
  expect(buildGroupFilter({}, [{ dimension: "WORKFLOW_VERSION", id: "14" }])).toBeNull();
  expect(buildGroupFilter({}, [{ dimension: "REGION", id: "" }])).toBeNull();
});
