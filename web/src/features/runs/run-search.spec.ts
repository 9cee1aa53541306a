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

  it("takes outcome, error, span, version and the way that runs went", () => {
    const search = { outcome: "dead_lettered", error: "timeout", took: "600", version: "v2", path: "w~edge:a,b" };
    expect(buildRunFilter(search, {})).toEqual({
      ...{ scope: { outcomes: ["DEAD_LETTERED"], errorClasses: ["timeout"] }, orderBy: "NEWEST" },
      ...{ minSeconds: 600, workflowVersions: ["v2"], path: { workflow: "w", edge: { from: "a", to: "b" } } },
    });
  });

  it("leaves out what nobody can read", () => {
    const search = { outcome: "great", took: "long", path: "w", order: "x" };
    expect(buildRunFilter(search, {})).toEqual({ scope: {}, orderBy: "NEWEST" });
  });

  it.each([
    [{}, false],
    [{ find: "SKU-1", path: "w~has:a" }, false],
    [{ state: "finished" }, false],
    [{ state: "overdue" }, true],
    [{ find: "SKU-1" }, true],
  ])("%j looks at all time: %s", (search, expected) => {
    expect(looksAtAllTime(search)).toBe(expected);
  });
});
