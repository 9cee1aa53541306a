import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import { AudienceService, isReachable, type Audience } from "../audience/audience.service.js";
import { chooseAudience, type AudienceMember } from "../audience/choose-audience.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import type { CommittedTransition, TransitionSink } from "../publish/transition-sink.js";
import { isClosedInGap } from "../evaluate/mark-closed.js";
import { noteGap } from "./note-gap.js";
import { hashParts } from "./build-notice.js";
import { inTransaction } from "./in-transaction.js";
import { IntentRepository } from "./intent.repository.js";
import { planChange } from "./plan-change.js";
import { planNoData } from "./plan-no-data.js";
import { startEscalation } from "./start-escalation.js";

/** PlannerParts are what the planner stands on. */
export interface PlannerParts {
  readonly postgres: Postgres;
  readonly registry: Pick<RegistryService, "listStorePlaces">;
  readonly now: () => Date;
}

/**
 * AlertPlanner decides who is told of a transition: one intent a contact, once whatever happens, each planned together with what follows from
 * it. Whoever was told a beginning is among them at the end, whatever they are subscribed to by then.
 */
export class AlertPlanner implements TransitionSink {
  private readonly audiences: AudienceService;

  constructor(private readonly parts: PlannerParts) {
    this.audiences = new AudienceService(parts.registry);
  }

  async accept(transition: CommittedTransition): Promise<void> {
    if (transition.kind === "history") return;
    const { postgres } = this.parts;
    const audience = await this.audiences.load(postgres, transition.tenant, this.parts.now());
    const members = await this.chooseMembers(transition, audience);
    for (const [contact, member] of [...members].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const row = audience.contacts.get(contact);
      if (row !== undefined) await this.plan(transition, row, { member, audience });
    }
    if (transition.kind === "fired" && !isClosedInGap(transition)) await startEscalation(postgres, transition);
  }

  private async chooseMembers(
    { ruleId, severity, labels, incidentId, tenant, client, channel, store, partner }: CommittedTransition,
    { subscriptions, regionOf }: Audience,
  ): Promise<Map<string, AudienceMember | undefined>> {
    const subject = { ruleId, severity, labels, place: { client, channel, store, partner } };
    const members = new Map<string, AudienceMember | undefined>(chooseAudience(subscriptions, subject, regionOf));
    for (const { contact } of await new IntentRepository(this.parts.postgres).listOfIncident(tenant, incidentId))
      if (!members.has(contact)) members.set(contact, undefined);
    return members;
  }

  private async plan(
    transition: CommittedTransition,
    contact: ContactRow,
    { member, audience }: { readonly member: AudienceMember | undefined; readonly audience: Audience },
  ): Promise<void> {
    const { tenant, kind, incidentId, client, channel, store, partner } = transition;
    if (kind === "history") return;
    const now = this.parts.now();
    const id = hashParts(transition.id, contact.id);
    await inTransaction(this.parts.postgres, async (within) => {
      const intents = new IntentRepository(within);
      const isNew = await intents.add({
        ...{ tenant, id, kind, transition: transition.id, incident: incidentId, thread: incidentId, createdAt: now },
        ...{ contact: contact.id, subscription: member?.subscription ?? null, client, channel, store, partner },
      });
      if (!isNew) return;
      if (!isReachable(contact)) return intents.decideOne(tenant, id, "contact_disabled", now);
      if (isClosedInGap(transition)) {
        await noteGap({ within, contact, transition, now });
        return intents.decideOne(tenant, id, "closed_during_downtime", now);
      }
      const planned = { within, transition, contact, member, audience, intent: id, now };
      return kind === "fired" || kind === "resolved" ? planChange(planned) : planNoData(planned);
    });
  }
}

/** PlannedTransition is a transition that one contact is to be told of, within the transaction that keeps it. */
export interface PlannedTransition {
  readonly within: Postgres;
  readonly transition: CommittedTransition;
  readonly contact: ContactRow;
  /** undefined = no subscription is about it: the contact was told before. */
  readonly member: AudienceMember | undefined;
  readonly audience: Audience;
  readonly intent: string;
  readonly now: Date;
}
