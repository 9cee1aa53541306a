import { compareTitles } from "../format/compare-titles.js";
import type { Registry } from "../registry/registry-query.js";
import type { ScopeKey } from "./scope.js";

/** ScopeOption is one thing to narrow to; `note` tells same-named things of two clients apart. */
export interface ScopeOption {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** ScopeChoice is one picker with its options. */
export interface ScopeChoice {
  readonly key: ScopeKey;
  readonly title: string;
  readonly plural: string;
  readonly options: readonly ScopeOption[];
}

interface Item {
  readonly id: string;
  readonly client: string;
  readonly title: string;
}

/** buildScopeChoices lists what can be narrowed to; with clients chosen, only what is theirs. Ids shared by clients are one option. */
export function buildScopeChoices(registry: Registry, clients: readonly string[]): readonly ScopeChoice[] {
  const titles = new Map(registry.clients.map((client) => [client.id, client.title]));
  const optionsOf = (items: readonly Item[]): readonly ScopeOption[] => {
    const byId = new Map<string, ScopeOption>();
    for (const item of items) {
      if (clients.length > 0 && !clients.includes(item.client)) continue;
      const note = titles.get(item.client) ?? item.client;
      const found = byId.get(item.id);
      byId.set(item.id, {
        id: item.id,
        title: item.title,
        note: found === undefined ? note : `${found.note}, ${note}`,
      });
    }
    return [...byId.values()].sort((a, b) => compareTitles(a.title, b.title));
  };
  return [
    {
      key: "clients",
      title: "Client",
      plural: "clients",
      options: registry.clients.map(({ id, title }) => ({ id, title, note: "" })),
    },
    { key: "regions", title: "Region", plural: "regions", options: optionsOf(registry.regions) },
    { key: "stores", title: "Store", plural: "stores", options: optionsOf(registry.stores) },
    { key: "channels", title: "Channel", plural: "channels", options: optionsOf(registry.channels) },
    { key: "partners", title: "Partner", plural: "partners", options: optionsOf(registry.partners) },
  ];
}
