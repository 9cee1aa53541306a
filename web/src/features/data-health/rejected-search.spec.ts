import { buildRejectedFilter, buildReplayInput } from "./rejected-search.js";

const interval = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") };
const range = { from: "2026-11-20T00:00:00.000Z", to: "2026-11-21T00:00:00.000Z" };

describe("refused events in the address", () => {
  it.each([
    [{}, { scope: { clients: ["a"] }, ...range }],
    [{ reason: "missing_field" }, { scope: { clients: ["a"] }, reasons: ["MISSING_FIELD"], ...range }],
    [{ reason: "nonsense" }, { scope: { clients: ["a"] }, ...range }],
    [{ of: "pos" }, { scope: { clients: ["a"], sources: ["pos"] }, ...range }],
  ])("%j becomes the server's filter", (search, expected) => {
    expect(buildRejectedFilter(search, { clients: ["a"] }, interval)).toEqual(expected);
  });

  it("become a replay of exactly the same events", () => {
    const filter = buildRejectedFilter({ reason: "wrong_type", of: "pos" }, { clients: ["a"] }, interval);
    expect(buildReplayInput(filter)).toEqual({
      ...{ what: "REJECTED", by: "RECEIVED_AT", clients: ["a"], sources: ["pos"], reasons: ["WRONG_TYPE"], ...range },
    });
  });

  it("cannot be replayed for a single place", () => {
    expect(buildReplayInput(buildRejectedFilter({}, { stores: ["a/1"] }, interval))).toBeUndefined();
    expect(buildReplayInput(buildRejectedFilter({}, { stores: [] }, interval))).toBeDefined();
  });
});
