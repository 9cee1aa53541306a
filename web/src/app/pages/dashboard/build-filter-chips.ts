import type { FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import type { ScopeFilterInput } from "../../../graphql/operations.js";
import type { Names } from "../../../registry/build-names.js";
import type { Registry } from "../../../registry/registry-query.js";
import { writeIds } from "../../../scope/scope-search.js";

/** FilterChip is one thing a page is narrowed to; `without` is what its parameter says once it is taken away. */
export interface FilterChip {
  readonly parameter: string;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly without: string | undefined;
}

type Listed = "regions" | "stores" | "channels" | "partners" | "workflows";

const lists: readonly { readonly list: Listed; readonly parameter: string; readonly kind: string }[] = [
  { list: "regions", parameter: "region", kind: "Region" },
  { list: "stores", parameter: "store", kind: "Store" },
  { list: "channels", parameter: "channel", kind: "Channel" },
  { list: "partners", parameter: "partner", kind: "Partner" },
  { list: "workflows", parameter: "workflow", kind: "Workflow" },
];

/** buildFilterChips lists what a page is narrowed to, by title, without what its path says anyway. */
export function buildFilterChips(
  filter: ScopeFilterInput,
  of: { readonly places: FixedPlaces; readonly names: Names; readonly registry: Registry },
): readonly FilterChip[] {
  const { places, names, registry } = of;
  const clients = places.client === undefined ? (filter.clients ?? []) : [];
  const clientChips = clients.map((id) => ({
    ...{ parameter: "client", kind: "Client", id, title: names.client(id) },
    without: writeIds(clients.filter((other) => other !== id)),
  }));
  const placed = lists.flatMap(({ list, parameter, kind }) => {
    if (Object.entries(places).some(([name, value]) => name === parameter && value !== undefined)) return [];
    const ids = filter[list] ?? [];
    return ids.map((id) => ({
      ...{ parameter, kind, id, title: findTitle(registry[list], id, filter.clients ?? []) },
      without: writeIds(ids.filter((other) => other !== id)),
    }));
  });
  return [...clientChips, ...placed];
}

function findTitle(
  known: readonly { readonly id: string; readonly client: string; readonly title: string }[],
  id: string,
  clients: readonly string[],
): string {
  const found = known.filter((place) => place.id === id);
  return (found.find(({ client }) => clients.includes(client)) ?? found[0])?.title ?? id;
}
