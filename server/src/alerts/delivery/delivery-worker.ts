import { renderFailure, type Postgres, type SecretBox } from "@watchfloor/sql";
import type { Logger } from "pino";
import { BrandingRepository } from "../../branding/branding.repository.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { AudienceService, isReachable, type Audience } from "../audience/audience.service.js";
import type { BuildAcknowledgeUrl, Channels } from "../channels/channel.js";
import type { Notice } from "../channels/notice.js";
import { NO_IMAGES, type NoticeImages } from "../channels/notice-image.js";
import type { SendOutcome } from "../channels/send-outcome.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import { openTarget } from "../contacts/target-box.js";
import type { ImageWish } from "../images/find-notice-images.js";
import type { Disposition } from "../planning/disposition-words.js";
import { IncidentFactsRepository } from "../planning/incident-facts.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository } from "../planning/intent.repository.js";
import { choosePermitted } from "./choose-permitted.js";
import { claimDeliveries } from "./claim-deliveries.js";
import { DeliveryRepository, type DeliveryRow } from "./delivery.repository.js";
import { listLeftOut } from "./list-left-out.js";
import { readNotice } from "./read-notice.js";
import { refreshNotice } from "./refresh-notice.js";
import { sendToTarget } from "./send-to-target.js";
import { chooseWording } from "../templates/choose-wording.js";
import { settleDelivery } from "./settle-delivery.js";
import { tellOfDeadLetter } from "./tell-of-dead-letter.js";

const MOST_A_TURN = 50;
/** Mails of one tenant a minute; more make mail servers refuse all of them. */
const MAILS_A_MINUTE = 60;
const MAILS_WAIT_MS = 10_000;
const MINUTE_MS = 60_000;

/** MessageLinks are where the reader of a message can end or change it. */
export interface MessageLinks {
  readonly unsubscribeUrl: string | null;
  readonly manageUrl: string | null;
  readonly buildAcknowledgeUrl: BuildAcknowledgeUrl;
}

/** DeliveryWorkerParts are what the worker stands on. */
export interface DeliveryWorkerParts {
  readonly postgres: Postgres;
  readonly registry: Pick<RegistryService, "listStorePlaces">;
  readonly channels: Channels;
  /** undefined = the installation has no key, and no target can be read. */
  readonly box: SecretBox | undefined;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  readonly buildLinks: (delivery: DeliveryRow) => MessageLinks;
  /** The charts that are ready by now; a message goes without when this rejects. Absent = no message holds any. */
  readonly findImages?: (wish: ImageWish) => Promise<NoticeImages>;
}

/**
 * DeliveryWorker sends what is due: claimed first, sent, and only then written as delivered, so that a message is never lost and, when a process
 * ends in between, sent again with the same id. Who may know of it is asked anew at this moment. Safe in any number of processes.
 */
export class DeliveryWorker {
  private readonly audiences: AudienceService;

  constructor(private readonly parts: DeliveryWorkerParts) {
    this.audiences = new AudienceService(parts.registry);
  }

  /** run makes one attempt at everything that is due and returns how many were made. Chats get theirs one after the other. */
  async run(): Promise<number> {
    const { postgres, now } = this.parts;
    const claimed = await claimDeliveries(postgres, { now: now(), limit: MOST_A_TURN });
    await Promise.all(claimed.map((delivery) => this.attempt(delivery)));
    return claimed.length;
  }

  private async attempt(delivery: DeliveryRow): Promise<void> {
    const { postgres, logger } = this.parts;
    try {
      const audience = await this.audiences.load(postgres, delivery.tenant, this.parts.now());
      const contact = audience.contacts.get(delivery.contact);
      if (!isReachable(contact)) return await this.cancel(delivery, "contact_disabled");
      const notice = await this.prepare(delivery, audience);
      if (typeof notice === "string") return await this.cancel(delivery, notice);
      if (await this.isHeldBack(delivery)) return;
      await this.send(delivery, { contact, notice, audience });
    } catch (cause) {
      logger.warn({ cause: renderFailure(cause), delivery: delivery.id, tenant: delivery.tenant }, "delivery not made");
    }
  }

  /** What is true and may be known now, or why nothing of it is to be sent. */
  private async prepare(delivery: DeliveryRow, audience: Audience): Promise<Notice | Disposition> {
    const { postgres, now } = this.parts;
    const before = await new DeliveryRepository(postgres).findBefore(delivery);
    // Nobody is told the end of what they were never told, nor that somebody takes it on.
    const isUntold = before?.purpose === "fired" && before.state === "dead";
    if (isUntold && ["resolved", "acknowledged", "unacknowledged"].includes(delivery.purpose)) return "superseded";
    const permitted = choosePermitted(audience, delivery.contact, readNotice(delivery.payload));
    if (permitted === undefined) return "no_permission";
    const ids = permitted.incidents.map(({ incident }) => incident);
    const facts = await new IncidentFactsRepository(postgres).load(delivery.tenant, ids);
    return refreshNotice(permitted, facts, now()) ?? "superseded";
  }

  private async isHeldBack(delivery: DeliveryRow): Promise<boolean> {
    if (delivery.channel !== "email") return false;
    const now = this.parts.now();
    const deliveries = new DeliveryRepository(this.parts.postgres);
    const mails = await deliveries.countMails(delivery.tenant, new Date(now.getTime() - MINUTE_MS));
    if (mails < MAILS_A_MINUTE) return false;
    const nextAt = new Date(now.getTime() + MAILS_WAIT_MS);
    await deliveries.cas(delivery, { state: "pending", nextAt, leaseUntil: null, attempt: delivery.attempt - 1 });
    return true;
  }

  private async send(
    delivery: DeliveryRow,
    { contact, notice, audience }: { contact: ContactRow; notice: Notice; audience: Audience },
  ): Promise<void> {
    const { postgres, channels, box, now, random, buildLinks, logger } = this.parts;
    const { tenant, id, stream } = delivery;
    const first =
      delivery.channel === "pagerduty"
        ? await new DeliveryRepository(postgres).findFirstTarget(tenant, contact.id, stream)
        : null;
    const sealed = first ?? contact.secret;
    const target = box === undefined ? undefined : openTarget(box, { tenant, id: contact.id }, sealed);
    const brand = await new BrandingRepository(postgres).find(tenant);
    const wording = await chooseWording(postgres, { delivery, notice, now: now(), logger });
    const images = await this.findImages({ tenant, notice });
    const written = { notice, isMinimal: delivery.isMinimal, brand, wording, images };
    const message = { ...written, now: now(), ...buildLinks(delivery) };
    const outcome = target === undefined ? NO_TARGET : await sendToTarget(channels, target, message);
    const planned = readNotice(delivery.payload);
    const leftOut = listLeftOut(audience, { contact: contact.id, planned, told: notice });
    const settled = { delivery, contact, outcome, target: sealed, leftOut, random: random(), now: now() };
    const decision = await settleDelivery(postgres, settled);
    if (decision?.state !== "dead") return;
    logger.warn({ tenant, delivery: id, contact: contact.id, cause: outcome.detail }, "message is dead");
    const dead = { ...delivery, lastError: outcome.detail };
    await tellOfDeadLetter(postgres, { delivery: dead, notice, contact, audience, now: now() });
  }

  /** No picture is worth a message: what fails here is said in the log, and nothing is tried again. */
  private async findImages(wish: ImageWish): Promise<NoticeImages> {
    const finding = this.parts.findImages?.(wish) ?? Promise.resolve(NO_IMAGES);
    return finding.catch((cause: unknown) => {
      this.parts.logger.warn({ cause: renderFailure(cause), tenant: wish.tenant }, "charts of a message not found");
      return NO_IMAGES;
    });
  }

  private async cancel(delivery: DeliveryRow, disposition: Disposition): Promise<void> {
    const now = this.parts.now();
    await inTransaction(this.parts.postgres, async (within) => {
      const change = {
        state: "cancelled" as const,
        nextAt: null,
        leaseUntil: null,
        endedAt: now,
        lastError: disposition,
      };
      if (await new DeliveryRepository(within).cas(delivery, change))
        await new IntentRepository(within).decideDelivery(delivery.tenant, delivery.id, disposition, now);
    });
  }
}

const NO_TARGET: SendOutcome = {
  ...{ result: "unreachable", status: null, retryAfterMs: null, request: "", response: "" },
  detail: "The address of the contact cannot be read: it was saved with another WATCHFLOOR_SECRET_KEY.",
};
