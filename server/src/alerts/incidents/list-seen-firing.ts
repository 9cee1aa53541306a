import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { loadRegionOf } from "../audience/is-within-scope.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { IncidentFactsRepository } from "../planning/incident-facts.repository.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";

/** SeenFiring is what goes on now within a scope, and how the region of a store is found. */
export interface SeenFiring {
  readonly firing: readonly FiringAlert[];
  readonly regionOf: RegionOf;
  /** titles are what the rules are called, by their id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** listSeenFiring reads the incidents that go on of which whoever asks sees all of the place. */
export async function listSeenFiring(
  { postgres, registry }: { readonly postgres: Postgres; readonly registry: Pick<RegistryService, "listStorePlaces"> },
  scope: Scope,
): Promise<SeenFiring> {
  const [all, regionOf, rules] = await Promise.all([
    new IncidentFactsRepository(postgres).listFiring(scope.tenant),
    loadRegionOf(registry, scope.tenant),
    new AlertRuleRepository(postgres).list(scope.tenant),
  ]);
  return {
    firing: all.filter(({ place }) => coversPlace(scope, place, regionOf)),
    ...{ regionOf, titles: new Map(rules.map(({ id, rule }) => [id, rule.title])) },
  };
}
