import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace, type AlertPlace, type RegionOf } from "./alert-place.js";

/** PlaceWish is a place as somebody names it; missing or '' = any. */
export interface PlaceWish {
  readonly client?: string | null;
  readonly channel?: string | null;
  readonly store?: string | null;
  readonly partner?: string | null;
}

/** readPlaceWish fills in what was left out. */
export function readPlaceWish({ client, channel, store, partner }: PlaceWish): AlertPlace {
  return { client: client ?? "", channel: channel ?? "", store: store ?? "", partner: partner ?? "" };
}

/** isWithinScope tells whether a place that somebody names is in their scope: what is left open is narrowed by the scope itself later. */
export function isWithinScope(scope: Scope, place: AlertPlace, regionOf: RegionOf): boolean {
  const { client, channel, store, partner } = place;
  const isNamed = (id: string, limit: readonly string[] | null) => (id === "" ? null : limit);
  const limits = {
    clients: isNamed(client, scope.clients),
    regions: isNamed(store, scope.regions),
    stores: isNamed(store, scope.stores),
    channels: isNamed(channel, scope.channels),
    partners: isNamed(partner, scope.partners),
  };
  return coversPlace(limits, place, regionOf);
}

/** loadRegionOf returns how to find the region of a store of a tenant. */
export async function loadRegionOf(
  registry: Pick<RegistryService, "listStorePlaces">,
  tenant: string,
): Promise<RegionOf> {
  const stores = await registry.listStorePlaces(tenant);
  const regions = new Map(stores.map(({ client, store, region }) => [`${client}/${store}`, region]));
  return (client, store) => regions.get(`${client}/${store}`) ?? "";
}
