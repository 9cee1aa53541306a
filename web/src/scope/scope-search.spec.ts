import { buildScopeFilter } from "./build-scope-filter.js";
import { readScope, writeIds } from "./scope-search.js";

describe("a scope in the address", () => {
  it("survives ids with commas and per cent signs", () => {
    const ids = ["nw", "a,b", "50%", "%2C"];
    const text = writeIds(ids);
    expect(readScope({ region: text }).regions).toEqual(ids);
  });

  it("is removed when nothing is chosen", () => {
    expect(writeIds([])).toBeUndefined();
    expect(readScope({ client: "" }).clients).toEqual([]);
  });

  it("becomes a filter without the parts that are not narrowed", () => {
    expect(buildScopeFilter(readScope({ client: "northmart", store: "0117,0118" }))).toEqual({
      clients: ["northmart"],
      stores: ["0117", "0118"],
    });
  });
});
