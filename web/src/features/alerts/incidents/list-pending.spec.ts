import type { IncidentSearch } from "./incident-search.js";
import type { WatchedRule } from "./incidents-query.js";
import { listPending } from "./list-pending.js";

const instance = (state: string, labels: Record<string, string>, more: object = {}) => ({
  ...{ severity: "WARNING" as const, state, health: "ok", activeAt: "2026-11-22T07:00:00Z", firedAt: null, value: 0.5 },
  labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
  ...more,
});
const rules: readonly WatchedRule[] = [
  {
    ...{ id: "failing", title: "Orders fail", unit: "ratio", health: "OK", healthMessage: "", isPaused: false },
    ...{ evaluatedAt: null, lagSeconds: 0 },
    instances: [
      instance("firing", { client: "a" }),
      instance("pending", { client: "a", store: "1" }),
      instance("recovering", { client: "b", store: "2" }, { severity: "CRITICAL", health: "no_data" }),
    ],
  },
];
const list = (search: IncidentSearch = {}, scope: object = {}) =>
  listPending(rules, search, { scope, regionOf: (_, store) => (store === "1" ? "north" : "south") }).map(
    ({ labels, isRecovering, value, hasNoData }) => [labels["store"], isRecovering, value, hasNoData],
  );

describe("listPending", () => {
  it("lists what is pending or recovering, the most severe first", () => {
    expect(list()).toEqual([
      ["2", true, "50.0 %", true],
      ["1", false, "50.0 %", false],
    ]);
  });

  it.each<[string, IncidentSearch, object, readonly string[]]>([
    ["a severity", { severity: "warning" }, {}, ["1"]],
    ["words", { find: "orders b" }, {}, ["2"]],
    ["another rule", { rule: "x" }, {}, []],
    ["a client", {}, { clients: ["a"] }, ["1"]],
    ["a store of a client", {}, { stores: ["b/2"] }, ["2"]],
    ["a region", {}, { regions: ["north"] }, ["1"]],
    ["a channel, which neither names", {}, { channels: ["web"] }, []],
  ])("narrows by %s", (_, search, scope, stores) => {
    expect(list(search, scope).map(([store]) => store)).toEqual(stores);
  });
});
