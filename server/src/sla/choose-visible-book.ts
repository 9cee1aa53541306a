import { matchesClientLimit, matchesLimit } from "../registry/matches-limit.js";
import type { TenantRegistry } from "../registry/tenant-registry.js";
import type { Scope } from "../scope/scope.js";
import type { Place } from "./policies/place.js";
import type { SlaBook } from "./sla-book.js";

/** isPlaceVisible tells whether something that is for a place may touch what a scope sees. */
export function isPlaceVisible(place: Place, scope: Scope, registry: TenantRegistry): boolean {
  const { client, store, channel, partner } = place;
  if (client !== "" && !matchesLimit(scope.clients, client)) return false;
  if (client !== "" && scope.clients === null && !registry.clients.some(({ id }) => id === client))
    return isWide(scope);
  if (store !== "" && !registry.stores.some((each) => each.client === client && each.id === store) && !isWide(scope))
    return false;
  const ofClient = (limit: readonly string[] | null, id: string) =>
    id === "" ||
    limit === null ||
    (client === ""
      ? limit.some((each) => each === id || each.endsWith(`/${id}`))
      : matchesClientLimit(limit, client, id));
  return ofClient(scope.channels, channel) && ofClient(scope.partners, partner);
}

/** chooseVisibleBook keeps what can decide about a run within a scope, so that no statement names what its asker may not see. */
export function chooseVisibleBook(book: SlaBook, scope: Scope, registry: TenantRegistry): SlaBook {
  if (isWide(scope) && scope.clients === null) return book;
  return {
    policies: book.policies.filter((policy) => isPlaceVisible(policy, scope, registry)),
    corrections: book.corrections.filter((correction) => isPlaceVisible(correction, scope, registry)),
    calendars: book.calendars,
    stores: book.stores.filter((store) =>
      registry.stores.some((each) => each.client === store.client && each.id === store.id),
    ),
  };
}

/** Somebody limited to nothing below a client sees places that the registry does not know. */
function isWide({ stores, regions, channels, partners }: Scope): boolean {
  return [stores, regions, channels, partners].every((limit) => limit === null);
}

/** isPlaceManageable tells whether somebody may decide for a place: all of it must lie within the scope. */
export function isPlaceManageable(place: Place, scope: Scope): boolean {
  const isOf = (limit: readonly string[] | null, id: string) =>
    limit === null || (id !== "" && matchesClientLimit(limit, place.client, id));
  return (
    (scope.clients === null || (place.client !== "" && scope.clients.includes(place.client))) &&
    scope.regions === null &&
    isOf(scope.stores, place.store) &&
    isOf(scope.channels, place.channel) &&
    isOf(scope.partners, place.partner)
  );
}
