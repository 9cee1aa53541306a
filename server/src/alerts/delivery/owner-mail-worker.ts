import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { BrandingRepository } from "../../branding/branding.repository.js";
import type { Mailer } from "../channels/email/mailer.js";
import { judgeMailError } from "../channels/email/judge-mail-error.js";
import { keepOneLine } from "../channels/text/keep-one-line.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import { listDueDocuments, type DueDocument } from "../planning/list-due-documents.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { decideRetry } from "./decide-retry.js";
import { OWNER_MAIL_PREFIX, ownerMailSchema, type OwnerMail } from "./owner-mail.js";

const MOST_A_TURN = 20;
/** Longer than a mail server is waited for. */
const CLAIM_MS = 60_000;
const PRODUCT_NAME = "Watchfloor";

/** OwnerMailParts are what the worker stands on. */
export interface OwnerMailParts {
  readonly postgres: Postgres;
  /** undefined = the installation has no mail server, and nobody can be told. */
  readonly mailer: Mailer | undefined;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/**
 * OwnerMailWorker sends mails to owners: claimed first, sent, and only then written as sent. When a process ends in between, a mail is sent
 * again with the same id. Safe in any number of processes.
 */
export class OwnerMailWorker {
  constructor(private readonly parts: OwnerMailParts) {}

  /** run makes one attempt at every mail that is due and returns how many were made. */
  async run(): Promise<number> {
    const { postgres, now, logger } = this.parts;
    const due = await listDueDocuments(postgres, { prefix: OWNER_MAIL_PREFIX, now: now(), limit: MOST_A_TURN });
    let attempts = 0;
    for (const each of due)
      attempts += await this.attempt(each).catch((cause: unknown) => {
        logger.warn({ cause: renderFailure(cause), tenant: each.tenant }, "owner not told, it is tried again");
        return 0;
      });
    return attempts;
  }

  /** 1 = it was ours to send. */
  private async attempt({ tenant, key }: DueDocument): Promise<number> {
    const { postgres, now } = this.parts;
    const documents = new AlertDocumentRepository(postgres);
    const stored = await documents.get(tenant, key);
    const read = ownerMailSchema.safeParse(stored?.doc);
    if (stored === undefined || !read.success) return 0;
    const mail = { ...read.data, attempt: read.data.attempt + 1 };
    const claim = { key, version: stored.version, doc: mail, nextAt: new Date(now().getTime() + CLAIM_MS) };
    if (!(await documents.cas(tenant, claim))) return 0;
    const waitMs = await this.send(tenant, mail);
    const nextAt = waitMs === null ? null : new Date(now().getTime() + waitMs);
    // Whoever took it over meanwhile, because this process stood still, sends it again.
    await documents.cas(tenant, { key, version: stored.version + 1, doc: waitMs === null ? {} : mail, nextAt });
    return 1;
  }

  /** How long until it is tried again; null = it is over. */
  private async send(tenant: string, mail: OwnerMail): Promise<number | null> {
    const { postgres, mailer, random, logger } = this.parts;
    const to = await new PersonAddressRepository(postgres).find(tenant, mail.owner);
    if (to === undefined || mailer === undefined) return null;
    const brand = await new BrandingRepository(postgres).find(tenant);
    const name = keepOneLine(brand?.senderName || brand?.productName || PRODUCT_NAME);
    const domain = mailer.from.split("@").at(-1) ?? "localhost";
    try {
      await mailer.send({
        from: { name, address: mailer.from },
        to: { name: "", address: to },
        messageId: `<${mail.id}@${domain}>`,
        subject: keepOneLine(mail.subject),
        text: mail.text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return null;
    } catch (cause) {
      const outcome = { ...judgeMailError(cause), retryAfterMs: null, request: "", response: "" };
      const { state, waitMs } = decideRetry({ outcome, attempt: mail.attempt, isMinimal: true, random: random() });
      if (state !== "pending") logger.error({ tenant, cause: outcome.detail }, "owner cannot be told by mail");
      return state === "pending" ? waitMs : null;
    }
  }
}
