import { coversLimits } from "./covers-limits.js";

const all = { clients: null, regions: null, stores: null, channels: null, partners: null };

describe("coversLimits", () => {
  it("lets whoever is unlimited see what anybody froze", () => {
    expect(coversLimits(all, all)).toBe(true);
    expect(coversLimits(all, { ...all, clients: ["a"], stores: ["a/1"] })).toBe(true);
  });

  it("lets nobody see more than his own limits", () => {
    const mine = { ...all, clients: ["a", "b"] };
    expect(coversLimits(mine, { ...all, clients: ["a"] })).toBe(true);
    expect(coversLimits(mine, { ...all, clients: ["a"], stores: ["1"] })).toBe(true);
    expect(coversLimits(mine, all)).toBe(false);
    expect(coversLimits(mine, { ...all, clients: ["a", "c"] })).toBe(false);
    expect(coversLimits({ ...mine, stores: ["1"] }, { ...all, clients: ["a"] })).toBe(false);
    expect(coversLimits({ ...all, clients: [] }, { ...all, clients: ["a"] })).toBe(false);
  });

  it("compares no region with stores: which stores a region has may have changed", () => {
    expect(coversLimits({ ...all, regions: ["east"] }, { ...all, stores: ["1"] })).toBe(false);
  });
});
