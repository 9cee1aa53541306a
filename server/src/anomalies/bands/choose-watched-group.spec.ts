import { chooseWatchedGroup, type AnsweredKey } from "./choose-watched-group.js";

const store = (client: string, id: string) => ({ client, id, title: id, region: "r", brand: "", calendar: "" });
const client = (id: string) => ({ id, title: id, timeZone: null, currency: null });
const TWO = {
  clients: [client("c1"), client("c2")],
  stores: [store("c1", "s1"), store("c2", "s1"), store("c2", "s2")],
};
const ONE = { clients: [client("c1")], stores: [store("c1", "s1")] };
const ALL = { clients: null, regions: null, stores: null, channels: null, partners: null };
const key = (...parts: readonly [string, string | null][]): AnsweredKey =>
  parts.map(([dimension, id]) => ({ dimension, id }));
const choose = (parts: AnsweredKey, more: Partial<Parameters<typeof chooseWatchedGroup>[1]> = {}) => {
  const found = chooseWatchedGroup(parts, { metric: "runs_finished", filter: {}, scope: ALL, registry: TWO, ...more });
  return found && `${found.grouping.id} ${Object.values(found.key).filter(Boolean).join(" ")}`;
};

describe("chooseWatchedGroup", () => {
  const workflow = key(["CLIENT", "c1"], ["WORKFLOW", "w"]);
  const ofWorkflow = key(["WORKFLOW", "w"]);
  it.each([
    ["the dimensions of a grouping", choose(workflow), "workflow c1 w"],
    ["a client pinned by a filter", choose(ofWorkflow, { filter: { clients: ["c1"] } }), "workflow c1 w"],
    ["everything pinned", choose([], { filter: { clients: ["c1"], workflows: ["w"] } }), "workflow c1 w"],
    ["the only client there is", choose(ofWorkflow, { registry: ONE }), "workflow c1 w"],
    ["a client that is not said", choose(ofWorkflow), undefined],
    ["two clients", choose(ofWorkflow, { filter: { clients: ["c1", "c2"] } }), undefined],
    ["two clients, told apart", choose(workflow, { filter: { clients: ["c1", "c2"] } }), "workflow c1 w"],
    ["a store of one client", choose(key(["STORE", "s2"])), "store c2 s2"],
    ["a store of two clients", choose(key(["STORE", "s1"])), undefined],
    ["a store named with its client", choose([], { filter: { stores: ["c1/s1"] } }), "store c1 s1"],
    ["rows without store", choose(key(["CLIENT", "c1"], ["STORE", null])), undefined],
    ["a filter on something else", choose(workflow, { filter: { outcomes: ["FAILED"] } }), undefined],
    ["a filter by region", choose(workflow, { filter: { regions: ["r"] } }), undefined],
    ["a channel that narrows", choose(workflow, { filter: { channels: ["web"] } }), "channel c1 web w"],
    ["channels that narrow", choose(workflow, { filter: { channels: ["web", "pos"] } }), undefined],
    ["a metric that is not watched", choose(workflow, { metric: "runs_open" }), undefined],
    ["a part of the stores", choose(workflow, { scope: { ...ALL, stores: ["s1"] } }), undefined],
    ["a part of the regions", choose(workflow, { scope: { ...ALL, regions: ["r"] } }), undefined],
    ["a part of the channels", choose(workflow, { scope: { ...ALL, channels: ["web"] } }), undefined],
    ["a part of the partners", choose(workflow, { scope: { ...ALL, partners: ["p"] } }), undefined],
    [
      "an own store",
      choose(key(["CLIENT", "c1"], ["STORE", "s1"]), { scope: { ...ALL, stores: ["s1"] } }),
      "store c1 s1",
    ],
    ["an own client", choose(workflow, { scope: { ...ALL, clients: ["c1"] } }), "workflow c1 w"],
  ])("of %s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
