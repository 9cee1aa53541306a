import type { Postgres } from "@watchfloor/sql";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { SubscriptionRepository } from "../contacts/subscription.repository.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { AcknowledgeLinks } from "./acknowledge-links.js";
import { GONE, type LinkPage } from "./link-page.js";
import { readLinkToken, type AlertLink } from "./link-token.js";

/** AlertLinksParts are what links stand on. */
export interface AlertLinksParts {
  readonly postgres: Postgres;
  readonly secret: string;
  readonly now: () => Date;
  readonly buildToken: (link: Omit<AlertLink, "expiresAt">) => string;
  readonly registry: Pick<RegistryService, "listStorePlaces">;
}

/** AlertLinksService does what links of mails allow. To look changes nothing, because machines look at every link of a mail; to act takes a POST. */
export class AlertLinksService {
  private readonly acknowledging: AcknowledgeLinks;

  constructor(private readonly parts: AlertLinksParts) {
    this.acknowledging = new AcknowledgeLinks(parts);
  }

  /** show says what a link would do; undefined = it is none. */
  async show(token: string): Promise<LinkPage | undefined> {
    const link = this.read(token);
    if (link === undefined) return undefined;
    if (link.purpose === "acknowledge") return this.acknowledging.show(link, token);
    const contact = await new ContactRepository(this.parts.postgres).find(link.tenant, link.contact);
    if (contact === undefined) return GONE;
    if (link.purpose === "manage") return this.showSubscriptions(link, contact.title);
    const isConfirm = link.purpose === "confirm";
    const label = isConfirm ? "Send alerts to this address" : "Send no more of these alerts";
    const text = isConfirm ? "Somebody asked for alerts to be sent to you." : `Alerts to "${contact.title}".`;
    return { title: isConfirm ? "Confirm your address" : "End these alerts", text, actions: [{ label, token }] };
  }

  /** act does what a link allows, once; doing it again changes nothing. undefined = it is none, or allows nothing. */
  async act(token: string): Promise<LinkPage | undefined> {
    const link = this.read(token);
    if (link === undefined || link.purpose === "manage") return undefined;
    if (link.purpose === "acknowledge") return this.acknowledging.act(link);
    return link.purpose === "confirm" ? this.confirm(link) : this.unsubscribe(link);
  }

  private read(token: string): AlertLink | undefined {
    return readLinkToken(this.parts.secret, token, this.parts.now());
  }

  private async showSubscriptions({ tenant, contact }: AlertLink, title: string): Promise<LinkPage> {
    const rows = await new SubscriptionRepository(this.parts.postgres).list(tenant, contact);
    const actions = rows.map(({ id, client, store, partner }) => ({
      label: `End alerts about ${partner || store || client || "everything"}`,
      token: this.parts.buildToken({ purpose: "unsubscribe", tenant, contact, subscription: id }),
    }));
    const text = actions.length === 0 ? "Nothing is sent to this address." : "What is sent to this address:";
    return { title: `Alerts to "${title}"`, text, actions };
  }

  private async confirm({ tenant, contact }: AlertLink): Promise<LinkPage> {
    const { postgres, now } = this.parts;
    const contacts = new ContactRepository(postgres);
    const found = await contacts.find(tenant, contact);
    if (found === undefined) return GONE;
    if (found.confirmedAt === null) {
      await contacts.change(tenant, contact, { confirmedAt: now() });
      await this.record(tenant, { action: "confirm", kind: "contact", subject: contact });
    }
    return { title: "Thank you", text: "Alerts are sent to this address from now on.", actions: [] };
  }

  private async unsubscribe({ tenant, contact, subscription }: AlertLink): Promise<LinkPage> {
    const id = subscription ?? "";
    const subscriptions = new SubscriptionRepository(this.parts.postgres);
    const found = await subscriptions.find(tenant, id);
    if (found?.contact === contact && (await subscriptions.delete(tenant, id)))
      await this.record(tenant, { action: "unsubscribe", kind: "subscription", subject: id });
    return { title: "Done", text: "No more of these alerts are sent.", actions: [] };
  }

  private record(tenant: string, change: { action: string; kind: "contact" | "subscription"; subject: string }) {
    const by = { tenant, subjectId: "link in a mail" };
    return new AuditTrailRepository(this.parts.postgres).record(by, change, this.parts.now());
  }
}
