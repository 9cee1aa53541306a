import type { Postgres } from "@watchfloor/sql";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository } from "../planning/intent.repository.js";
import { DeliveryRepository } from "./delivery.repository.js";

const DAY_MS = 86_400_000;
/** The log reaches back 13 months, what was sent and answered 30 days. */
const LOG_DAYS = 396;
const EXCHANGE_DAYS = 30;
const MOST_WAITING = 10_000;

/** sweepDeliveries forgets what is old, and ends what a contact has waiting beyond 10,000 messages, the oldest first. */
export async function sweepDeliveries(postgres: Postgres, now: Date, mostWaiting = MOST_WAITING): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const tenant of await listTenantIds(postgres)) {
    const deliveries = new DeliveryRepository(postgres);
    await deliveries.keepUntil(tenant, { endedBefore: before(LOG_DAYS), deadBefore: before(EXCHANGE_DAYS) });
    for (const { id, title } of await new ContactRepository(postgres).list(tenant))
      for (const row of await deliveries.listSurplus(tenant, id, mostWaiting))
        await inTransaction(postgres, async (within) => {
          const lastError = `More than ${mostWaiting} messages waited for "${title}".`;
          const end = { state: "dead" as const, nextAt: null, endedAt: now, lastError };
          if (await new DeliveryRepository(within).cas(row, end))
            await new IntentRepository(within).decideDelivery(tenant, row.id, "dead_lettered", now);
        });
  }
}
