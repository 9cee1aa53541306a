import type { RegistryService } from "../registry/registry.service.js";
import { matchesClientLimit } from "../registry/matches-limit.js";
import { buildReach, type Pair, type Reach, type ReachFilter } from "./reach.js";
import type { Scope } from "./scope.js";

/** resolveReach resolves the regions and stores of a scope and a filter by the registry, never by an event's own words. */
export async function resolveReach(
  registry: RegistryService,
  scope: Scope,
  filter: ReachFilter | null | undefined,
): Promise<Reach> {
  const visible = await registry.findVisible(scope);
  const isStoreLimited = scope.stores !== null || scope.regions !== null;
  const regions = filter?.regions ?? null;
  return buildReach({
    scope,
    stores: isStoreLimited ? visible.stores.map(readPair) : null,
    channels: scope.channels === null ? null : visible.channels.map(readPair),
    partners: scope.partners === null ? null : visible.partners.map(readPair),
    filterRegionStores:
      regions === null
        ? null
        : visible.stores.filter((store) => matchesClientLimit(regions, store.client, store.region)).map(readPair),
    filter: filter ?? {},
    promises: await registry.findPromiseRules(scope),
    regionOfStore: visible.stores.map((store) => ({ client: store.client, id: store.id, region: store.region })),
    requiredSteps: visible.workflows.flatMap(({ client, id, steps }) =>
      steps === null ? [] : [{ client, id, steps: steps.filter((each) => !each.isOptional).map(({ step }) => step) }],
    ),
  });
}

const readPair = ({ client, id }: Pair): Pair => ({ client, id });
