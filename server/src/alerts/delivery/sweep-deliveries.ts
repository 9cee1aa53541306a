import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import type { Notice } from "../channels/notice.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { hashParts } from "../planning/build-notice.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository } from "../planning/intent.repository.js";
import { queueNotice } from "../planning/queue-notice.js";
import { AlertImageRepository } from "../images/alert-image.repository.js";
import { IMAGE_DAYS } from "../images/image-link.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { checkDispositions } from "./check-dispositions.js";
import { DeliveryRepository } from "./delivery.repository.js";
import { queueOwnerMail } from "./owner-mail.js";

const DAY_MS = 86_400_000;
/** The log reaches back 13 months, what was sent and answered 30 days; repetitions are recognised for 7 days after an end. */
const LOG_DAYS = 396;
const EXCHANGE_DAYS = 30;
const DOCUMENT_DAYS = 7;
const MOST_WAITING = 10_000;
/** Charts have some 60 kB each; more than this a day for 30 days is a storm. */
const MOST_IMAGES = 5_000;

/** SweepParts are what is swept with; `mostWaiting` = 10,000 unless told. */
export interface SweepParts {
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly mostWaiting?: number;
}

/**
 * sweepDeliveries forgets what is old, ends what a contact has waiting beyond 10,000 messages, the oldest first and with one message that says
 * so, and counts once a day whether everything that was to be told has ended in one way.
 */
export async function sweepDeliveries(parts: SweepParts): Promise<void> {
  const { postgres, logger } = parts;
  for (const tenant of await listTenantIds(postgres))
    await sweepTenant(tenant, parts).catch((cause: unknown) =>
      logger.warn({ tenant, cause: renderFailure(cause) }, "messages about alerts not swept"),
    );
}

async function sweepTenant(tenant: string, parts: SweepParts): Promise<void> {
  const { postgres, logger } = parts;
  const now = parts.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const deliveries = new DeliveryRepository(postgres);
  await deliveries.keepUntil(tenant, { endedBefore: before(LOG_DAYS), deadBefore: before(EXCHANGE_DAYS) });
  await new IntentRepository(postgres).deleteDecided(tenant, before(LOG_DAYS));
  await new AlertDocumentRepository(postgres).deleteEnded(tenant, { now, endedBefore: before(DOCUMENT_DAYS) });
  await new AlertImageRepository(postgres).forget(tenant, { before: before(IMAGE_DAYS), keep: MOST_IMAGES });
  for (const contact of await new ContactRepository(postgres).list(tenant)) await boundQueue(contact, parts);
  const counted = await checkDispositions(postgres, { tenant, now });
  if (counted !== undefined && counted.undecided + counted.contradicted > 0)
    logger.error({ tenant, ...counted }, "what was to be told about alerts did not end in exactly one way");
}

async function boundQueue(contact: ContactRow, parts: SweepParts): Promise<void> {
  const { postgres, mostWaiting = MOST_WAITING } = parts;
  const { tenant, id, title } = contact;
  const now = parts.now();
  let given = 0;
  for (const row of await new DeliveryRepository(postgres).listSurplus(tenant, id, mostWaiting))
    await inTransaction(postgres, async (within) => {
      const lastError = `More than ${mostWaiting} messages waited for "${title}".`;
      const end = { state: "dead" as const, nextAt: null, endedAt: now, lastError };
      if (!(await new DeliveryRepository(within).cas(row, end))) return;
      await new IntentRepository(within).decideDelivery(tenant, row.id, "dead_lettered", now);
      given += 1;
    });
  if (given === 0) return;
  const delivery = hashParts("surplus", id, now.getTime());
  const headline = `${given} ${given === 1 ? "message was" : "messages were"} given up`;
  const remarks = [
    `More than ${mostWaiting} messages waited, so the oldest were given up. They are in the delivery log.`,
  ];
  const of = { kind: "digest" as const, delivery, thread: delivery, at: now.getTime() };
  const notice: Notice = { ...of, headline, incidents: [], more: 0, remarks };
  await inTransaction(postgres, (within) =>
    queueNotice(within, { contact, notice, stream: delivery, subscription: null, now }),
  );
  const since = new Date(now.getTime() - DAY_MS);
  const subject = `Alerts do not reach "${title}"`;
  await inTransaction(postgres, async (within) => {
    if (!(await new ContactRepository(within).noteOwnerTold(tenant, id, { now, since }))) return;
    const mail = {
      tenant,
      occasion: delivery,
      owner: contact.owner,
      subject,
      text: `${headline}. ${remarks[0] ?? ""}`,
    };
    await queueOwnerMail(within, mail, now);
  });
}
