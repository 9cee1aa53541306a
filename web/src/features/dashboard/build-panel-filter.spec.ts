import { buildPanelFilter } from "./build-panel-filter.js";

const nothing = {
  ...{ clients: null, brands: null, regions: null, stores: null, channels: null, partners: null, workflows: null },
  ...{ steps: null, sources: null, measures: null, outcomes: null, errorClasses: null, exceptionClasses: null },
};

describe("buildPanelFilter", () => {
  it("keeps the page's filter where the panel has none", () => {
    expect(buildPanelFilter({ clients: ["a"] }, null)).toEqual({ clients: ["a"] });
    expect(buildPanelFilter({ clients: ["a"] }, nothing)).toEqual({ clients: ["a"] });
  });

  it("narrows by both", () => {
    expect(buildPanelFilter({ clients: ["a"] }, { ...nothing, workflows: ["w"] })).toEqual({
      clients: ["a"],
      workflows: ["w"],
    });
    expect(buildPanelFilter({ workflows: ["v", "w"] }, { ...nothing, workflows: ["w", "x"] })).toEqual({
      workflows: ["w"],
    });
  });

  it("never widens: nothing in common is nothing, not everything", () => {
    const { workflows } = buildPanelFilter({ workflows: ["v"] }, { ...nothing, workflows: ["w"] });
    expect(workflows).toHaveLength(1);
    expect(workflows).not.toContain("v");
    expect(workflows).not.toContain("w");
  });
});
