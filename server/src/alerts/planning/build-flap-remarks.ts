import type { Postgres } from "@watchfloor/sql";
import type { IncidentFacts } from "./incident-facts.js";
import { IncidentFactsRepository } from "./incident-facts.repository.js";

const HOUR_MS = 3_600_000;
/** From so many episodes in an hour on, an instance flaps. */
const FLAPS_AT = 3;
/** More are counted nowhere: a message that lists so many is read for other reasons. */
const MAX_COUNTED = 20;

/** countFlaps returns how often an instance fired in the hour before `now`, and whether it flaps by that. */
export async function countFlaps(
  postgres: Postgres,
  tenant: string,
  { ruleId, fingerprint, now }: { readonly ruleId: string; readonly fingerprint: string; readonly now: Date },
): Promise<{ readonly episodes: number; readonly isFlapping: boolean }> {
  const since = new Date(now.getTime() - HOUR_MS);
  const episodes = await new IncidentFactsRepository(postgres).countEpisodes(tenant, { ruleId, fingerprint }, since);
  return { episodes, isFlapping: episodes >= FLAPS_AT };
}

/** buildFlapRemarks says of a message which of its incidents flap. */
export async function buildFlapRemarks(
  postgres: Postgres,
  tenant: string,
  { facts, incidents, now }: { facts: ReadonlyMap<string, IncidentFacts>; incidents: readonly string[]; now: Date },
): Promise<string[]> {
  const remarks: string[] = [];
  for (const incident of incidents.slice(0, MAX_COUNTED)) {
    const known = facts.get(incident);
    if (known === undefined) continue;
    const { fingerprint, subject } = known;
    const { episodes, isFlapping } = await countFlaps(postgres, tenant, { fingerprint, ruleId: subject.ruleId, now });
    if (isFlapping) remarks.push(`Flapping, ${episodes} times in 1 h.`);
  }
  return [...new Set(remarks)];
}
