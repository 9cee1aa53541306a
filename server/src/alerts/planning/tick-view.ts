import type { Postgres } from "@watchfloor/sql";
import type { Audience } from "../audience/audience.service.js";
import { chooseAudience, type AudienceMember } from "../audience/choose-audience.js";
import { findInhibitor, type FiringAlert } from "../mute/find-inhibitor.js";
import { findQuietEnd, isQuiet } from "../quiet/quiet-hours.js";
import { listSilencesInForce, type IsSilencedAt } from "../silences/list-silences-in-force.js";
import {
  listInhibitionsInForce,
  NO_CUSTOM_INHIBITOR,
  type FindCustomInhibitor,
} from "../inhibitions/list-inhibitions-in-force.js";
import type { MuteReason } from "./flush-document.js";
import type { GroupDocument } from "./group-document.js";
import type { IncidentFacts } from "./incident-facts.js";
import { IncidentFactsRepository, type RulePlace } from "./incident-facts.repository.js";

/** TickView answers what decides at one instant about the incidents of a tenant. */
export interface TickView {
  readonly audience: Audience;
  readonly firing: readonly FiringAlert[];
  readonly isSilenced: IsSilencedAt;
  readonly findCustomInhibitor: FindCustomInhibitor;
  readonly at: number;
}

/**
 * loadTickView reads it; `postgres` may be within a transaction. With `around` it is asked about one instance only: what cannot mute that is left
 * out, since a thousand that fire at once would else be read a thousand times.
 */
export async function loadTickView(
  postgres: Postgres,
  { tenant, audience, now, around }: TickTerms,
): Promise<TickView> {
  const { regionOf } = audience;
  const [isSilenced, findCustomInhibitor] = await Promise.all([
    listSilencesInForce(postgres, { tenant, now, regionOf }),
    listInhibitionsInForce(postgres, { tenant, regionOf }),
  ]);
  const isBuiltInOnly = findCustomInhibitor === NO_CUSTOM_INHIBITOR;
  const firing = await new IncidentFactsRepository(postgres).listFiring(tenant, isBuiltInOnly ? around : undefined);
  return { audience, firing, isSilenced, findCustomInhibitor, at: now.getTime() };
}

interface TickTerms {
  readonly tenant: string;
  readonly audience: Audience;
  readonly now: Date;
  readonly around?: RulePlace;
}

/** findMember returns how a contact is told of an incident now; undefined = no subscription of it is about it any more. */
export function findMember({ audience }: TickView, contact: string, facts: IncidentFacts): AudienceMember | undefined {
  const mine = audience.subscriptions.filter((subscription) => subscription.contact === contact);
  return chooseAudience(mine, facts.subject, audience.regionOf).get(contact);
}

/** findMuteReason says why a firing incident is not told to a contact now. */
export function findMuteReason(
  view: TickView,
  facts: IncidentFacts,
  member: AudienceMember | undefined,
): MuteReason | undefined {
  if (member === undefined) return "no_permission";
  if (view.isSilenced(facts.subject, view.at)) return "silenced";
  const { incident, rule } = facts.notice;
  const target = { ...facts.subject, incident, ruleKind: rule.kind };
  const inhibitor = findInhibitor(target, view.firing) ?? view.findCustomInhibitor(target, view.firing);
  return inhibitor === undefined ? undefined : "inhibited";
}

/** findQuietUntil returns until when quiet hours keep an incident back, in epoch milliseconds; undefined = they do not. */
export function findQuietUntil(
  { severityPasses, member, mode }: { severityPasses: boolean; member: AudienceMember; mode: GroupDocument["mode"] },
  at: number,
): number | undefined {
  const { quietHours, isQuietInEventMode } = member.options;
  if (quietHours === null || severityPasses || (mode === "event" && !isQuietInEventMode)) return undefined;
  return isQuiet(quietHours, at) ? findQuietEnd(quietHours, at) : undefined;
}
