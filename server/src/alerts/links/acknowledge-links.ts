import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import { AudienceService, isReachable, mayKnow } from "../audience/audience.service.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import type { IncidentRecord } from "../incidents/incident-record.js";
import { IncidentRepository } from "../incidents/incident.repository.js";
import { takeIncident } from "../incidents/take-incident.js";
import { hashParts } from "../planning/build-notice.js";
import { inTransaction } from "../planning/in-transaction.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { GONE, type LinkPage } from "./link-page.js";
import type { AlertLink } from "./link-token.js";

/** USED_LINK_PREFIX begins the keys of links that were used; they are forgotten when the link has run out. */
export const USED_LINK_PREFIX = "link:";

const USED: LinkPage = { title: "This link was used", text: "Each link of a message works once.", actions: [] };

interface Aim {
  readonly contact: ContactRow;
  readonly incident: IncidentRecord;
  readonly usedKey: string;
}

/** AcknowledgeLinks lets whoever reads a message take its incident on, without an account: what the contact may be told of now, and once. */
export class AcknowledgeLinks {
  private readonly audiences: AudienceService;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly now: () => Date;
    },
  ) {
    this.audiences = new AudienceService(parts.registry);
  }

  /** show says what the link would do, and changes nothing. */
  async show(link: AlertLink, token: string): Promise<LinkPage> {
    const aim = await this.findAim(link);
    if (aim === undefined) return GONE;
    const used = await new AlertDocumentRepository(this.parts.postgres).get(link.tenant, aim.usedKey);
    const page = describeState(aim.incident);
    if (page !== undefined) return page;
    if (used !== undefined) return USED;
    return { title: "Acknowledge this incident", text: aim.incident.title, actions: [{ label: "Acknowledge", token }] };
  }

  /** act takes the incident on, once; of two at the same moment one does. */
  async act(link: AlertLink): Promise<LinkPage> {
    const aim = await this.findAim(link);
    if (aim === undefined) return GONE;
    const { contact, incident, usedKey } = aim;
    const now = this.parts.now();
    const person = await this.findPerson(contact);
    const by = person ?? `link to ${contact.title}`;
    return inTransaction(this.parts.postgres, async (within) => {
      const state = describeState(incident);
      if (state !== undefined) return state;
      const use = { key: usedKey, version: 0, doc: { incident: incident.id }, nextAt: new Date(link.expiresAt) };
      if (!(await new AlertDocumentRepository(within).cas(link.tenant, use))) return USED;
      const isTaken = await takeIncident(within, { incident, by, isOwner: person !== undefined, until: null, now });
      if (!isTaken)
        return describeState((await new IncidentRepository(within).find(link.tenant, incident.id)) ?? incident) ?? GONE;
      await record(within, { ...aim, by, now });
      return { title: "Thank you", text: "The incident is acknowledged: nobody is reminded of it.", actions: [] };
    });
  }

  private async findAim({ tenant, contact: id, incident = "", delivery = "" }: AlertLink): Promise<Aim | undefined> {
    const { postgres } = this.parts;
    const audience = await this.audiences.load(postgres, tenant);
    const contact = audience.contacts.get(id);
    const found = await new IncidentRepository(postgres).find(tenant, incident);
    if (found === undefined || !isReachable(contact) || !mayKnow(audience, id, found)) return undefined;
    return { contact, incident: found, usedKey: `${USED_LINK_PREFIX}${hashParts(id, incident, delivery)}` };
  }

  /** A mail to the address by which its owner signs in was read by its owner. */
  private async findPerson({ tenant, owner, kind, hint }: ContactRow): Promise<string | undefined> {
    if (kind !== "email") return undefined;
    const address = await new PersonAddressRepository(this.parts.postgres).find(tenant, owner);
    return address?.toLowerCase() === hint ? owner : undefined;
  }
}

async function record(
  within: Postgres,
  { contact, incident, by, now }: Aim & { readonly by: string; readonly now: Date },
): Promise<void> {
  const { tenant, id } = incident;
  const note = {
    ...{ id: hashParts(id, "acknowledged by link", now.getTime()), incident: id, at: now, kind: "acknowledged" },
    ...{ author: by, text: `By the link in a message to "${contact.title}".`, detail: { contact: contact.id } },
  };
  await new IncidentRepository(within).addNotes(tenant, [note]);
  const change = { action: "acknowledged", kind: "incident" as const, subject: id };
  const after = { contact: contact.id, by: "link" };
  await new AuditTrailRepository(within).record({ tenant, subjectId: by }, { ...change, after }, now);
}

function describeState({ status, title }: Pick<IncidentRecord, "status" | "title">): LinkPage | undefined {
  if (status === "resolved") return { title: "This incident is over", text: title, actions: [] };
  if (status === "acknowledged") return { title: "Somebody has acknowledged this incident", text: title, actions: [] };
  return undefined;
}
