import type { GroupPart } from "../dashboard-context.js";

interface Placed {
  readonly id: string;
  readonly client: string;
}

interface KnownPlaces {
  readonly clients: readonly string[];
  readonly registry: {
    readonly clients: readonly { readonly id: string; readonly title: string }[];
    readonly stores: readonly Placed[];
    readonly channels: readonly Placed[];
    readonly partners: readonly Placed[];
    readonly regions: readonly Placed[];
  };
}

/** addKeyClient adds the client to a key that names a store, region, channel or partner, where only one client can be meant: their ids are unique only within it. */
export function addKeyClient(key: readonly GroupPart[], known: KnownPlaces): readonly GroupPart[] {
  const { registry, clients } = known;
  if (key.some(({ dimension }) => dimension.toUpperCase() === "CLIENT")) return key;
  const places: Readonly<Record<string, readonly Placed[]>> = {
    ...{ STORE: registry.stores, CHANNEL: registry.channels, PARTNER: registry.partners, REGION: registry.regions },
  };
  const candidates = new Set(
    key.flatMap(({ dimension, id }) =>
      (places[dimension.toUpperCase()] ?? []).filter((place) => place.id === id).map(({ client }) => client),
    ),
  );
  const meant = [...candidates].filter((client) => clients.length === 0 || clients.includes(client));
  const [only] = meant;
  if (only === undefined || meant.length > 1) return key;
  const title = registry.clients.find(({ id }) => id === only)?.title ?? only;
  // Nobody needs to read the client on a page about one client.
  const hidden = registry.clients.length === 1 || clients.length === 1;
  return [...key, { dimension: "CLIENT", id: only, title: hidden ? "" : title }];
}
