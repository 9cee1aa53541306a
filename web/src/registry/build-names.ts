import type { Registry } from "./registry-query.js";

/** Names gives the title people know for an id; an id the registry does not know is its own title. */
export interface Names {
  readonly client: (id: string) => string;
  readonly region: (client: string, id: string) => string;
  readonly store: (client: string, id: string) => string;
  readonly channel: (client: string, id: string) => string;
  readonly partner: (client: string, id: string) => string;
  readonly workflow: (client: string, id: string) => string;
  readonly limitSeconds: (client: string, workflow: string) => number | null;
}

interface Titled {
  readonly id: string;
  readonly client: string;
  readonly title: string;
}

/** buildNames builds the look-up of titles from the registry. */
export function buildNames(registry: Registry): Names {
  const clients = new Map(registry.clients.map((client) => [client.id, client.title]));
  const limits = new Map(registry.workflows.map((item) => [keyOf(item.client, item.id), item.limitSeconds]));
  return {
    client: (id) => clients.get(id) ?? id,
    region: buildLookup(registry.regions),
    store: buildLookup(registry.stores),
    channel: buildLookup(registry.channels),
    partner: buildLookup(registry.partners),
    workflow: buildLookup(registry.workflows),
    limitSeconds: (client, workflow) => limits.get(keyOf(client, workflow)) ?? null,
  };
}

function buildLookup(items: readonly Titled[]): (client: string, id: string) => string {
  const titles = new Map(items.map((item) => [keyOf(item.client, item.id), item.title]));
  return (client, id) => titles.get(keyOf(client, id)) ?? id;
}

function keyOf(client: string, id: string): string {
  return `${client}\n${id}`;
}
