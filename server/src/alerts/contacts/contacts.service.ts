import { randomUUID } from "node:crypto";
import type { Postgres, SecretBox } from "@watchfloor/sql";
import { BrandingRepository } from "../../branding/branding.repository.js";
import type { Scope } from "../../scope/scope.js";
import type { Mailer } from "../channels/email/mailer.js";
import { buildSigningSecret, rotateSigningSecrets } from "../channels/webhook/build-signing-secret.js";
import type { AlertLinkBuilder } from "../links/alert-link-builder.js";
import { keepOneLine } from "../channels/text/keep-one-line.js";
import type { NotificationProblem } from "../notification-problem.js";
import { hashParts } from "../planning/build-notice.js";
import { inTransaction } from "../planning/in-transaction.js";
import { queueNotice } from "../planning/queue-notice.js";
import type { WirePolicy } from "../wire/wire-policy.js";
import { AuditTrailRepository } from "./audit-trail.repository.js";
import { checkContact, readContactTitle, type CheckedContact, type ContactWish } from "./check-contact.js";
import { ContactRepository, type ContactRow } from "./contact.repository.js";
import { isContactSeenBy } from "./is-contact-seen-by.js";
import { PersonAddressRepository } from "./person-address.repository.js";
import { SubscriptionRepository } from "./subscription.repository.js";
import { openTarget, sealTarget } from "./target-box.js";

const MAX_CONTACTS = 1_000;

/** ContactsParts are what the service stands on. */
export interface ContactsParts {
  readonly postgres: Postgres;
  readonly box: SecretBox | undefined;
  readonly mailer: Mailer | undefined;
  readonly policy: WirePolicy;
  readonly links: AlertLinkBuilder;
  readonly productName: string;
  readonly now: () => Date;
}

/** ContactAnswer is a contact, with a secret that is shown this once if one was made; or why there is none. */
export type ContactAnswer = { readonly contact: ContactRow; readonly shownOnce: string | null } | NotificationProblem;

/** ContactEdit is what of a contact may be changed; its address is not: another address is another contact. */
export type ContactEdit = Pick<ContactRow, "title" | "mode" | "isFallback">;

const NOT_FOUND: NotificationProblem = { code: "NOT_FOUND", message: "There is no contact of this id that is yours." };
const NO_KEY: NotificationProblem = {
  code: "NO_SECRET_KEY",
  message: "Addresses are kept encrypted: set WATCHFLOOR_SECRET_KEY first.",
};

/** ContactsService keeps who can be told. A contact is its owner's; administrators and auditors see all of the tenant, and administrators change them. */
export class ContactsService {
  private readonly contacts: ContactRepository;
  private readonly audit: AuditTrailRepository;

  constructor(private readonly parts: ContactsParts) {
    this.contacts = new ContactRepository(parts.postgres);
    this.audit = new AuditTrailRepository(parts.postgres);
  }

  /** list returns the contacts that whoever asks may see, by title. */
  async list(scope: Scope): Promise<ContactRow[]> {
    return (await this.contacts.list(scope.tenant)).filter((contact) => isContactSeenBy(scope, contact));
  }

  /** find returns a contact that whoever asks may change. */
  async find(scope: Scope, id: string): Promise<ContactRow | undefined> {
    const found = await this.contacts.find(scope.tenant, id);
    return found !== undefined && isManagedBy(scope, found) ? found : undefined;
  }

  /** create keeps a contact. Somebody else's address of mail must be confirmed by whoever reads it before it is told anything. */
  async create(scope: Scope, wish: ContactWish): Promise<ContactAnswer> {
    const { box, mailer, policy, now } = this.parts;
    const checked = checkContact(wish, policy);
    if ("code" in checked) return checked;
    if (box === undefined) return NO_KEY;
    if (checked.target.kind === "email" && mailer === undefined)
      return { code: "NO_MAIL_SERVER", message: "No mail server is set: set SMTP_URL first." };
    if ((await this.contacts.list(scope.tenant)).length >= MAX_CONTACTS)
      return { code: "TOO_MANY", message: `There are ${MAX_CONTACTS} contacts: delete some.` };
    const [id, at, place] = [randomUUID(), now(), { tenant: scope.tenant }];
    const isOwn = await this.isOwnAddress(scope, checked);
    await this.contacts.add({
      ...{ ...place, id, title: checked.title, kind: wish.kind, mode: checked.mode, hint: checked.hint },
      ...{ secret: sealTarget(box, { ...place, id }, checked.target), owner: scope.subjectId },
      ...{ isFallback: wish.isFallback && scope.role === "administrator" },
      ...{ createdAt: at, changedAt: at, confirmedAt: isOwn ? at : null },
    });
    const after = { title: checked.title, kind: wish.kind, mode: checked.mode, hint: checked.hint };
    await this.audit.record(scope, { action: "create", kind: "contact", subject: id, after }, at);
    if (!isOwn) await this.sendConfirmation(scope.tenant, id, checked.hint);
    const contact = await this.contacts.find(scope.tenant, id);
    return contact === undefined ? NOT_FOUND : { contact, shownOnce: checked.shownOnce };
  }

  /** setEnabled stops or starts what a contact is told; starting forgets what failed. */
  async setEnabled(scope: Scope, id: string, isEnabled: boolean): Promise<ContactAnswer> {
    const fresh = isEnabled
      ? { failures: 0, refusals: 0, breakerUntil: null, flaggedAt: null, flaggedReason: null }
      : {};
    const disabledReason = isEnabled ? null : "Switched off by a person.";
    return this.change(scope, id, { isEnabled, disabledReason, ...fresh });
  }

  /** edit gives a contact another title, way of being told, or place as fallback, which administrators alone decide. */
  async edit(scope: Scope, id: string, wish: ContactEdit): Promise<ContactAnswer> {
    const found = await this.find(scope, id);
    if (found === undefined) return NOT_FOUND;
    const title = readContactTitle(wish.title);
    if (typeof title !== "string") return title;
    const mode = found.kind === "pagerduty" ? "event" : wish.mode;
    const isFallback = scope.role === "administrator" ? wish.isFallback : found.isFallback;
    return this.change(scope, id, { title, mode, isFallback });
  }

  /** rotateSecret gives a webhook a new signing secret, shown this once; the former signs on for `overlapDays` (0 to 7, 1 unless told). */
  async rotateSecret(scope: Scope, id: string, overlapDays: number | null): Promise<ContactAnswer> {
    const { box, now } = this.parts;
    const found = await this.find(scope, id);
    if (found === undefined) return NOT_FOUND;
    const place = { tenant: scope.tenant, id };
    const target = box === undefined ? undefined : openTarget(box, place, found.secret);
    if (box === undefined || target?.kind !== "webhook")
      return { code: "INVALID_TARGET", message: "Only signed webhooks have a secret of ours." };
    const secret = buildSigningSecret();
    const secrets = rotateSigningSecrets(target.secrets, { secret, overlapDays: overlapDays ?? 1, now: now() });
    const answer = await this.change(scope, id, { secret: sealTarget(box, place, { ...target, secrets }) });
    return "code" in answer ? answer : { ...answer, shownOnce: secret };
  }

  /** delete takes a contact and its subscriptions away. */
  async delete(scope: Scope, id: string): Promise<string | NotificationProblem> {
    const found = await this.find(scope, id);
    if (found === undefined) return NOT_FOUND;
    await inTransaction(this.parts.postgres, async (within) => {
      await new SubscriptionRepository(within).deleteOf(scope.tenant, id);
      await new ContactRepository(within).delete(scope.tenant, id);
    });
    const before = { title: found.title, kind: found.kind, hint: found.hint };
    await this.audit.record(scope, { action: "delete", kind: "contact", subject: id, before }, this.parts.now());
    return id;
  }

  /** confirmAgain sends the mail that asks for confirmation once more. */
  async confirmAgain(scope: Scope, id: string): Promise<ContactAnswer> {
    const found = await this.find(scope, id);
    if (found === undefined) return NOT_FOUND;
    if (found.kind === "email" && found.confirmedAt === null) await this.sendConfirmation(scope.tenant, id, found.hint);
    return { contact: found, shownOnce: null };
  }

  /** test sends a message marked as a test the whole way that alerts go, and returns its delivery. */
  async test(scope: Scope, id: string): Promise<{ readonly delivery: string } | NotificationProblem> {
    const contact = await this.find(scope, id);
    if (contact === undefined) return NOT_FOUND;
    if (contact.confirmedAt === null || !contact.isEnabled)
      return { code: "NOT_CONFIRMED", message: "The address is not confirmed, or the contact is switched off." };
    const now = this.parts.now();
    const delivery = hashParts("test", id, randomUUID());
    const notice = { kind: "test" as const, delivery, thread: delivery, at: now.getTime(), incidents: [], more: 0 };
    const remarks = ["This is a test: nothing happened."];
    await inTransaction(this.parts.postgres, (within) =>
      queueNotice(within, {
        contact,
        notice: { ...notice, remarks },
        stream: `test ${delivery}`,
        subscription: null,
        now,
      }),
    );
    await this.audit.record(scope, { action: "test", kind: "contact", subject: id }, now);
    return { delivery };
  }

  private async change(scope: Scope, id: string, change: Partial<ContactRow>): Promise<ContactAnswer> {
    const before = await this.find(scope, id);
    if (before === undefined) return NOT_FOUND;
    const now = this.parts.now();
    await this.contacts.change(scope.tenant, id, { ...change, changedAt: now });
    const audited = {
      before: listAudited(before),
      after: { ...listAudited({ ...before, ...change }), secret: change.secret === undefined ? "kept" : "new" },
    };
    await this.audit.record(scope, { action: "change", kind: "contact", subject: id, ...audited }, now);
    const contact = await this.contacts.find(scope.tenant, id);
    return contact === undefined ? NOT_FOUND : { contact, shownOnce: null };
  }

  private async isOwnAddress({ tenant, subjectId }: Scope, { target }: CheckedContact): Promise<boolean> {
    if (target.kind !== "email") return true;
    return (await new PersonAddressRepository(this.parts.postgres).find(tenant, subjectId)) === target.address;
  }

  private async sendConfirmation(tenant: string, id: string, address: string): Promise<void> {
    const { mailer, links, postgres } = this.parts;
    const link = links.confirm(tenant, id);
    if (mailer === undefined || link === null) return;
    const brand = await new BrandingRepository(postgres).find(tenant);
    const productName = keepOneLine(brand?.productName ?? this.parts.productName);
    await mailer.send({
      from: { name: keepOneLine(brand?.senderName || productName), address: mailer.from },
      to: { name: "", address },
      subject: `Confirm alerts from ${productName}`,
      text: `Somebody asked for alerts to be sent to this address. If that is right, open this link and confirm:\n\n${link}\n\nIf not, do nothing: nothing is sent.`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  }
}

function listAudited({ title, mode, isFallback, isEnabled }: ContactRow) {
  return { title, mode, isFallback, isEnabled };
}

/** isManagedBy tells whether somebody may change a contact, their role aside. */
export function isManagedBy({ role, subjectId }: Scope, { owner }: ContactRow): boolean {
  return role === "administrator" || owner === subjectId;
}
