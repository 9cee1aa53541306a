import type { Postgres } from "@watchfloor/sql";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { SubscriptionRepository } from "../contacts/subscription.repository.js";
import { BrandingRepository } from "../../branding/branding.repository.js";
import { OWN_BRANDING, type Branding } from "../../branding/branding.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { AcknowledgeLinks } from "./acknowledge-links.js";
import { GONE, type LinkPage } from "./link-page.js";
import { readLinkToken, type AlertLink } from "./link-token.js";
import { ManageLinks } from "./manage-links.js";

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
  private readonly managing: ManageLinks;
  private readonly acknowledging: AcknowledgeLinks;

  constructor(private readonly parts: AlertLinksParts) {
    this.managing = new ManageLinks(parts);
    this.acknowledging = new AcknowledgeLinks(parts);
  }

  /** findBranding returns how the tenant of a link looks; undefined = it is no link, and whose it would be is not told. */
  async findBranding(token: string): Promise<Branding | undefined> {
    const link = this.read(token);
    if (link === undefined) return undefined;
    return (await new BrandingRepository(this.parts.postgres).find(link.tenant)) ?? OWN_BRANDING;
  }

  /** show says what a link would do; undefined = it is none. */
  async show(token: string): Promise<LinkPage | undefined> {
    const link = this.read(token);
    if (link === undefined) return undefined;
    if (link.purpose === "acknowledge") return this.acknowledging.show(link, token);
    const contact = await new ContactRepository(this.parts.postgres).find(link.tenant, link.contact);
    if (contact === undefined) return GONE;
    if (link.purpose === "manage" || link.purpose === "set") return this.managing.show(link);
    const isConfirm = link.purpose === "confirm";
    const label = isConfirm ? "Send alerts to this address" : "Send no more of these alerts";
    const text = isConfirm ? "Somebody asked for alerts to be sent to you." : `Alerts to "${contact.title}".`;
    return { title: isConfirm ? "Confirm your address" : "End these alerts", text, actions: [{ label, token }] };
  }

  /** act does what a link allows, once; doing it again changes nothing. undefined = it is none, or allows nothing. */
  async act(token: string): Promise<LinkPage | undefined> {
    const link = this.read(token);
    if (link === undefined || link.purpose === "manage") return undefined;
    if (link.purpose === "set") return this.managing.act(link);
    if (link.purpose === "acknowledge") return this.acknowledging.act(link);
    return link.purpose === "confirm" ? this.confirm(link) : this.unsubscribe(link);
  }

  private read(token: string): AlertLink | undefined {
    return readLinkToken(this.parts.secret, token, this.parts.now());
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
    const next = this.buildManage(tenant, contact);
    return { title: "Thank you", text: "Alerts are sent to this address from now on.", actions: [], next };
  }

  private async unsubscribe({ tenant, contact, subscription }: AlertLink): Promise<LinkPage> {
    const id = subscription ?? "";
    const subscriptions = new SubscriptionRepository(this.parts.postgres);
    const found = await subscriptions.find(tenant, id);
    if (found?.contact === contact && (await subscriptions.delete(tenant, id)))
      await this.record(tenant, { action: "unsubscribe", kind: "subscription", subject: id });
    const next = this.buildManage(tenant, contact);
    return { title: "Done", text: "No more of these alerts are sent.", actions: [], next };
  }

  private buildManage(tenant: string, contact: string) {
    const token = this.parts.buildToken({ purpose: "manage", tenant, contact, subscription: null });
    return { label: "See what is sent to this address", token };
  }

  private record(tenant: string, change: { action: string; kind: "contact" | "subscription"; subject: string }) {
    const by = { tenant, subjectId: "link in a mail" };
    return new AuditTrailRepository(this.parts.postgres).record(by, change, this.parts.now());
  }
}
