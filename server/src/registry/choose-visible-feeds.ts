import type { Scope } from "../scope/scope.js";
import { isStoreVisible } from "./is-store-visible.js";
import { matchesClientLimit } from "./matches-limit.js";
import type { DeclaredFeed, TenantRegistry } from "./tenant-registry.js";

/**
 * chooseVisibleFeeds keeps the declared feeds a scope may see. A feed that names no store is not one of the stores a scope is
 * limited to; the same holds for channel and partner. A feed of a store takes the region of that store.
 */
export function chooseVisibleFeeds(
  feeds: readonly DeclaredFeed[],
  registry: TenantRegistry,
  scope: Scope,
): DeclaredFeed[] {
  const regions = new Map(registry.stores.map((store) => [`${store.client}/${store.id}`, store.region]));
  return feeds.filter(
    (feed) =>
      isStoreVisible(
        { client: feed.client, id: feed.store, region: regions.get(`${feed.client}/${feed.store}`) ?? "" },
        scope,
      ) &&
      matchesClientLimit(scope.channels, feed.client, feed.channel) &&
      matchesClientLimit(scope.partners, feed.client, feed.partner),
  );
}
