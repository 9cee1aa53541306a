import type { Postgres, SecretBox } from "@watchfloor/sql";
import type { Logger } from "pino";
import { RegistryService } from "../registry/registry.service.js";
import type { Mailer } from "./channels/email/mailer.js";
import { openChannels } from "./channels/open-channels.js";
import type { DeliveryRow } from "./delivery/delivery.repository.js";
import { DeliveryWorker } from "./delivery/delivery-worker.js";
import { OwnerMailWorker } from "./delivery/owner-mail-worker.js";
import { sweepDeliveries } from "./delivery/sweep-deliveries.js";
import { findNoticeImages } from "./images/find-notice-images.js";
import { AlertLinkBuilder } from "./links/alert-link-builder.js";
import { AlertTicker } from "./planning/alert-ticker.js";
import { RuleHealthWatch } from "./watch/rule-health-watch.js";
import { AlertWatch } from "./watch/alert-watch.js";
import type { WirePolicy } from "./wire/wire-policy.js";
import { Wire } from "./wire/wire.js";

const PRODUCT_NAME = "Watchfloor";

/** DeliveringOptions are how messages about alerts leave. */
export interface DeliveringOptions {
  readonly mailer: Mailer | undefined;
  readonly wirePolicy: WirePolicy;
  readonly publicUrl: string | undefined;
  /** Opens the targets of contacts; undefined = none can be read. */
  readonly secretBox: SecretBox | undefined;
  /** Signs links of mails; undefined = mails hold none. */
  readonly linkSecret: string | undefined;
  readonly heartbeatUrl: string | undefined;
  readonly alarmEmail: string | undefined;
  readonly productVersion: string;
}

/** Delivering is a process that tells people about alerts. Each duty is safe in any number of processes at once. */
export interface Delivering {
  /** deliver does what is due: groups, digests, escalations, messages. */
  deliver(): Promise<void>;
  /** sweep bounds queues and forgets what is old. */
  sweep(): Promise<void>;
  /** watch says outside that alerting works, or that it does not. */
  watch(): Promise<void>;
}

/** startDelivering wires everything between a committed transition and the wire. */
export function startDelivering(
  options: DeliveringOptions & { readonly postgres: Postgres; readonly now: () => Date; readonly logger: Logger },
): Delivering {
  const { postgres, now, logger, mailer, wirePolicy, linkSecret } = options;
  const publicUrl = options.publicUrl ?? null;
  const registry = new RegistryService({ postgres, now });
  const wire = new Wire(wirePolicy);
  const sender = { productName: PRODUCT_NAME, userAgent: `${PRODUCT_NAME}/${options.productVersion}`, publicUrl };
  const ticker = new AlertTicker({ postgres, registry, now, logger });
  const worker = new DeliveryWorker({
    ...{ postgres, registry, now, logger, channels: openChannels({ wire, mailer, sender }), box: options.secretBox },
    random: Math.random,
    buildLinks: buildMessageLinks(new AlertLinkBuilder({ secret: linkSecret, publicUrl, now })),
    findImages: (wish) => findNoticeImages(postgres, { secret: linkSecret, publicUrl }, wish),
  });
  const watch = new AlertWatch({ ...options, wire });
  const health = new RuleHealthWatch({ postgres, now, logger });
  const owners = new OwnerMailWorker({ postgres, mailer, now, logger, random: Math.random });
  return {
    async deliver() {
      await ticker.run();
      await worker.run();
      await owners.run();
    },
    sweep: () => sweepDeliveries({ postgres, now, logger }),
    async watch() {
      await watch.run();
      await health.run();
    },
  };
}

function buildMessageLinks(links: AlertLinkBuilder) {
  return ({ tenant, contact, subscription, channel, id }: DeliveryRow) => {
    const isMail = channel === "email";
    return {
      buildAcknowledgeUrl: (incident: string) => links.acknowledge({ tenant, contact, delivery: id, incident }),
      unsubscribeUrl: isMail && subscription !== null ? links.unsubscribe(tenant, contact, subscription) : null,
      manageUrl: isMail ? links.manage(tenant, contact) : null,
    };
  };
}
