import type { Postgres } from "@watchfloor/sql";
import { subscriptionFilter, subscriptionOptions } from "../audience/subscription-terms.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { SubscriptionRepository, type SubscriptionRow } from "../contacts/subscription.repository.js";
import { GONE, type LinkAction, type LinkPage, type LinkSection } from "./link-page.js";
import type { AlertLink } from "./link-token.js";
import { PlaceTitlesRepository } from "./place-titles.repository.js";
import { isPausedAt, SUBSCRIPTION_CHANGES, type SubscriptionTerms } from "./subscription-changes.js";

/** ManageLinks lets whoever reads an address see what is sent to it, narrow it, pause it and end it, without an account. */
export class ManageLinks {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly now: () => Date;
      readonly buildToken: (link: Omit<AlertLink, "expiresAt">) => string;
    },
  ) {}

  /** show lists the subscriptions of a contact with what can be done about each. */
  async show({ tenant, contact }: Pick<AlertLink, "tenant" | "contact">, notice?: string): Promise<LinkPage> {
    const { postgres } = this.parts;
    const found = await new ContactRepository(postgres).find(tenant, contact);
    if (found === undefined) return GONE;
    const rows = await new SubscriptionRepository(postgres).list(tenant, contact);
    const sections = (await Promise.all(rows.map((row) => this.buildSection(row)))).flat();
    const page = { title: `Alerts to "${found.title}"`, actions: [], sections };
    const said = notice === undefined ? page : { ...page, notice };
    return { ...said, text: describeContact(found, sections.length) };
  }

  /** act does one deed to one subscription and shows how things are then; doing it again changes nothing. */
  async act({ tenant, contact, subscription, change: id }: AlertLink): Promise<LinkPage> {
    const { postgres, now } = this.parts;
    const subscriptions = new SubscriptionRepository(postgres);
    const row = await subscriptions.find(tenant, subscription ?? "");
    const change = SUBSCRIPTION_CHANGES.find((each) => each.id === id);
    const terms = row?.contact === contact ? readTerms(row) : undefined;
    if (row === undefined || terms === undefined || change === undefined) return this.show({ tenant, contact });
    const after = change.apply(terms, now().getTime());
    await subscriptions.save({ ...row, ...after, changedAt: now() });
    const by = { tenant, subjectId: "link in a mail" };
    const audited = { before: { ...terms }, after: { ...after } };
    await new AuditTrailRepository(postgres).record(
      by,
      { action: change.kind, kind: "subscription", subject: row.id, ...audited },
      now(),
    );
    return this.show({ tenant, contact }, change.done);
  }

  private async buildSection(row: SubscriptionRow): Promise<LinkSection[]> {
    const terms = readTerms(row);
    if (terms === undefined) return [];
    const now = this.parts.now().getTime();
    const { tenant, contact, id: subscription } = row;
    const token = (link: Pick<AlertLink, "purpose" | "change">) =>
      this.parts.buildToken({ tenant, contact, subscription, ...link });
    const list = (kind: "severity" | "pause"): LinkAction[] =>
      SUBSCRIPTION_CHANGES.filter((each) => each.kind === kind).map(({ id: change, label, isOn }) => ({
        ...{ label, token: token({ purpose: "set", change }), isOn: isOn(terms, now), isQuiet: true },
      }));
    const place = await new PlaceTitlesRepository(this.parts.postgres).describe(tenant, row);
    return [
      {
        title: `About ${place}`,
        text: describeTerms(terms, now),
        rows: [
          { label: "How bad", actions: list("severity") },
          { label: "For now", actions: list("pause") },
          { label: "For good", actions: [{ label: "End these alerts", token: token({ purpose: "unsubscribe" }) }] },
        ],
      },
    ];
  }
}

function describeContact({ hint, kind, isEnabled }: ContactRow, count: number): string {
  const address = kind === "email" ? hint : "this contact";
  if (!isEnabled) return `Nothing is sent to ${address}: it is switched off.`;
  return count === 0 ? `Nothing is sent to ${address}.` : `This is sent to ${address}. You can change it here.`;
}

function describeTerms(terms: SubscriptionTerms, now: number): string {
  const { rules, matchers } = terms.filter;
  const words = [
    rules === null ? "All rules" : rules.length === 1 ? "One rule" : `${rules.length} rules`,
    ...(matchers.length === 0 ? [] : [`where ${matchers.join(" and ")}`]),
  ].join(", ");
  if (!isPausedAt(terms, now)) return `${words}.`;
  const until = new Date(terms.options.pausedUntil ?? 0).toISOString().slice(0, 16).replace("T", " ");
  return `${words}. Paused until ${until} UTC.`;
}

function readTerms(row: SubscriptionRow): SubscriptionTerms | undefined {
  const filter = subscriptionFilter.safeParse(row.filter);
  const options = subscriptionOptions.safeParse(row.options);
  return filter.success && options.success ? { filter: filter.data, options: options.data } : undefined;
}
