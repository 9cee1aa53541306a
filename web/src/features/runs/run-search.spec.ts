import { buildRunFilter, looksAtAllTime } from "./run-search.js";

describe("the list of runs in the address", () => {
  it("becomes the server's filter, within the scope", () => {
    const search = { state: "open", order: "money", workflow: "northmart/price-sync", change: "v14", find: "SKU-1" };
    expect(buildRunFilter(search, { regions: ["nw"], clients: ["halden"] })).toEqual({
      scope: { regions: ["nw"], clients: ["northmart"], workflows: ["price-sync"] },
      states: ["OPEN", "AT_RISK", "OVERDUE"],
      orderBy: "MONEY",
      change: "v14",
      search: "SKU-1",
    });
  });

  it("shows the newest runs when nothing is said", () => {
    expect(buildRunFilter({}, {})).toEqual({ scope: {}, orderBy: "NEWEST" });
  });

  it.each([
    [{}, false],
    [{ state: "finished" }, false],
    [{ state: "overdue" }, true],
    [{ find: "SKU-1" }, true],
  ])("%j looks at all time: %s", (search, expected) => {
    expect(looksAtAllTime(search)).toBe(expected);
  });
});
