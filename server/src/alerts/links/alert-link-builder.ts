import { buildLinkToken, type AlertLink } from "./link-token.js";

const DAY_MS = 86_400_000;
/** A confirmation that nobody followed in a week was for somebody else. */
const CONFIRM_DAYS = 7;
/** Who ends a mail of last year must be able to. */
const UNSUBSCRIBE_DAYS = 730;

/** Whoever takes something on a day later should look at it first. */
const ACKNOWLEDGE_DAYS = 1;

/** ALERT_LINKS is where links of mails lead. */
export const ALERT_LINKS = "/links/alerts";

/** AlertLinkBuilder writes addresses for mails; null where nobody said where the pages are, or nothing signs them. */
export class AlertLinkBuilder {
  constructor(
    private readonly parts: {
      readonly secret: string | undefined;
      readonly publicUrl: string | null;
      readonly now: () => Date;
    },
  ) {}

  /** confirm says that an address is its reader's and wants messages. */
  confirm(tenant: string, contact: string): string | null {
    return this.build({ purpose: "confirm", tenant, contact, subscription: null }, CONFIRM_DAYS);
  }

  /** unsubscribe ends one subscription. */
  unsubscribe(tenant: string, contact: string, subscription: string): string | null {
    return this.build({ purpose: "unsubscribe", tenant, contact, subscription }, UNSUBSCRIBE_DAYS);
  }

  /** manage shows what a contact is subscribed to. */
  manage(tenant: string, contact: string): string | null {
    return this.build({ purpose: "manage", tenant, contact, subscription: null }, UNSUBSCRIBE_DAYS);
  }

  /** acknowledge takes an incident on for a contact, once for each message that holds it. */
  acknowledge(of: { tenant: string; contact: string; delivery: string; incident: string }): string | null {
    return this.build({ purpose: "acknowledge", subscription: null, ...of }, ACKNOWLEDGE_DAYS);
  }

  private build(link: Omit<AlertLink, "expiresAt">, days: number): string | null {
    const { secret, publicUrl, now } = this.parts;
    if (secret === undefined || publicUrl === null) return null;
    const expiresAt = now().getTime() + days * DAY_MS;
    return `${publicUrl}${ALERT_LINKS}/${buildLinkToken(secret, { ...link, expiresAt })}`;
  }
}
