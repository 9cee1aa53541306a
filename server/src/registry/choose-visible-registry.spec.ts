import { buildScope, type ScopeLimits } from "../scope/scope.js";
import { chooseVisibleFeeds } from "./choose-visible-feeds.js";
import { chooseVisibleRegistry } from "./choose-visible-registry.js";
import type { DeclaredFeed, TenantRegistry } from "./tenant-registry.js";

const of = (client: string, id: string) => ({ client, id, title: id });
const store = (client: string, id: string, region: string) => ({ ...of(client, id), region, brand: "", calendar: "" });
const client = (id: string) => ({ id, title: id, timeZone: null, currency: null });

/** Two retailers that use the same ids for stores, regions and channels; "c/1" is a store id with a slash in it. */
const registry: TenantRegistry = {
  clients: [client("a"), client("b"), client("empty")],
  regions: [of("a", "north"), of("a", "south"), of("b", "north")],
  stores: [
    store("a", "1", "north"),
    store("a", "2", "south"),
    store("a", "3", ""),
    store("b", "1", "north"),
    store("b", "a/2", "north"),
  ],
  channels: [of("a", "pos"), of("a", "web"), of("b", "pos")],
  partners: [
    { ...of("a", "bazaar"), kind: "marketplace" },
    { ...of("b", "other"), kind: "reseller" },
  ],
  workflows: [
    { ...of("a", "price-sync"), limitSeconds: 900, steps: null },
    { ...of("b", "price-sync"), limitSeconds: null, steps: null },
  ],
};

const feed = (client: string, more: Partial<DeclaredFeed>): DeclaredFeed => ({
  ...{
    client,
    source: "pos",
    store: "",
    channel: "",
    partner: "",
    cadenceSeconds: 60,
    declaredAt: new Date(0),
    calendar: "",
  },
  ...more,
});
const feeds = [
  feed("a", {}),
  feed("a", { store: "1" }),
  feed("a", { store: "2" }),
  feed("a", { partner: "bazaar" }),
  feed("b", { store: "1" }),
];

const scopeOf = (limits: Partial<ScopeLimits>) =>
  buildScope({ tenant: "t1", role: "viewer", subjectId: "p1", ...limits });
const names = (rows: readonly { client?: string; id: string }[]) =>
  rows.map((row) => (row.client === undefined ? row.id : `${row.client}:${row.id}`));

function see(limits: Partial<ScopeLimits>) {
  const seen = chooseVisibleRegistry(registry, scopeOf(limits));
  const seenFeeds = chooseVisibleFeeds(feeds, registry, scopeOf(limits)).map(
    ({ client, store, partner }) => `${client}:${store}${partner}`,
  );
  return {
    ...{
      clients: names(seen.clients),
      regions: names(seen.regions),
      stores: names(seen.stores),
      channels: names(seen.channels),
    },
    ...{ partners: names(seen.partners), workflows: names(seen.workflows), feeds: seenFeeds },
  };
}

const nothing = { clients: [], regions: [], stores: [], channels: [], partners: [], workflows: [], feeds: [] };
const restOfA = { channels: ["a:pos", "a:web"], partners: ["a:bazaar"], workflows: ["a:price-sync"] };

describe("what a scope sees of the registry", () => {
  it("is everything of the tenant when nothing is limited", () => {
    expect(chooseVisibleRegistry(registry, scopeOf({}))).toEqual(registry);
    expect(chooseVisibleFeeds(feeds, registry, scopeOf({}))).toEqual(feeds);
  });

  it.each<[string, Partial<ScopeLimits>, ReturnType<typeof see>]>([
    [
      "one client",
      { clients: ["a"] },
      {
        clients: ["a"],
        regions: ["a:north", "a:south"],
        stores: ["a:1", "a:2", "a:3"],
        ...restOfA,
        feeds: ["a:", "a:1", "a:2", "a:bazaar"],
      },
    ],
    [
      "one store of one client",
      { stores: ["a/1"] },
      { clients: ["a"], regions: ["a:north"], stores: ["a:1"], ...restOfA, feeds: ["a:1"] },
    ],
    [
      "a store id within a client",
      { clients: ["a"], stores: ["1"] },
      { clients: ["a"], regions: ["a:north"], stores: ["a:1"], ...restOfA, feeds: ["a:1"] },
    ],
    [
      "a store, not the one of another client whose id looks like it",
      { stores: ["a/2"] },
      { clients: ["a"], regions: ["a:south"], stores: ["a:2"], ...restOfA, feeds: ["a:2"] },
    ],
    [
      "a region of a client",
      { regions: ["a/north"] },
      { clients: ["a"], regions: ["a:north"], stores: ["a:1"], ...restOfA, feeds: ["a:1"] },
    ],
    ["a region and a store outside it", { regions: ["a/north"], stores: ["a/2"] }, nothing],
    [
      "a partner",
      { partners: ["a/bazaar"] },
      {
        clients: ["a"],
        regions: ["a:north", "a:south"],
        stores: ["a:1", "a:2", "a:3"],
        ...restOfA,
        feeds: ["a:bazaar"],
      },
    ],
    [
      "a channel only one client has",
      { channels: ["web"] },
      {
        clients: ["a"],
        regions: ["a:north", "a:south"],
        stores: ["a:1", "a:2", "a:3"],
        ...restOfA,
        channels: ["a:web"],
        feeds: [],
      },
    ],
    ["a client with nothing in it", { clients: ["empty"] }, { ...nothing, clients: ["empty"] }],
    ["a client nobody knows", { clients: ["x"] }, nothing],
    ["an empty list", { stores: [] }, nothing],
  ])("is limited to %s", (_, limits, expected) => {
    expect(see(limits)).toEqual(expected);
  });
});
