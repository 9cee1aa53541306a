import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { hashParts } from "../planning/build-notice.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

/** OWNER_MAIL_PREFIX is how the keys of mails to owners begin. */
export const OWNER_MAIL_PREFIX = "owner-mail:";

/** ownerMailSchema is such a mail as it waits. */
export const ownerMailSchema = z.object({
  /** The same at every attempt: whoever gets it twice can tell. */
  id: z.string(),
  /** Id of a person of the tenant. */
  owner: z.string(),
  subject: z.string(),
  text: z.string(),
  attempt: z.number(),
});

/** OwnerMail is a mail to whoever is responsible for a rule or a contact: past everything that groups or holds, yet queued like every message. */
export type OwnerMail = z.infer<typeof ownerMailSchema>;

/** queueOwnerMail puts a mail into the outbox, within the transaction that decides about it: neither is ever there without the other. `occasion` names it; an occasion is told once. */
export async function queueOwnerMail(
  within: Postgres,
  mail: Pick<OwnerMail, "owner" | "subject" | "text"> & { readonly tenant: string; readonly occasion: string },
  now: Date,
): Promise<void> {
  const { tenant, occasion, owner, subject, text } = mail;
  const id = hashParts("owner", tenant, owner, occasion);
  const doc: OwnerMail = { id, owner, subject, text, attempt: 0 };
  const change = { key: `${OWNER_MAIL_PREFIX}${id}`, version: 0, doc, nextAt: now };
  await new AlertDocumentRepository(within).cas(tenant, change);
}
