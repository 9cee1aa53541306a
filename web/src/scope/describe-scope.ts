import type { Names } from "../registry/build-names.js";
import type { Scope } from "./scope.js";

/** describeScope says what the pages are narrowed to, with titles: "Northmart", "region North-West, North-East". Nothing when they are not narrowed. */
export function describeScope(scope: Scope, names: Names): readonly string[] {
  const client = scope.clients.length === 1 ? (scope.clients[0] ?? "") : "";
  const told = (word: string, ids: readonly string[], title: (id: string) => string): readonly string[] =>
    ids.length === 0 ? [] : [`${word}${ids.map(title).join(", ")}`];
  return [
    ...told("", scope.clients, (id) => names.client(id)),
    ...told("region ", scope.regions, (id) => names.region(client, id)),
    ...told("store ", scope.stores, (id) => names.store(client, id)),
    ...told("channel ", scope.channels, (id) => names.channel(client, id)),
    ...told("partner ", scope.partners, (id) => names.partner(client, id)),
  ];
}
