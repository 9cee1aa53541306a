import { schema, type Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";
import type { DeliveryRow } from "./delivery.repository.js";

const { delivery } = schema;

/** CLAIM_MS is longer than all that one attempt may take: names, connection, answer. */
export const CLAIM_MS = 60_000;

/** ClaimLimits is how many messages of a turn one contact gets, by its channel. */
export const PER_TURN: Readonly<Record<string, number>> = { slack: 1, teams: 4, email: 4, pagerduty: 4, webhook: 4 };

/**
 * claimDeliveries takes messages that are due, of any tenant, in the order they were queued: those that wait, and those whose worker was not
 * heard of since its claim ended. Within a stream nothing is taken before what was queued earlier has ended; a contact whose breaker is open
 * gets none, and one message when it is half open. Of several that claim at once each message goes to one.
 */
export async function claimDeliveries(
  { db }: Postgres,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<DeliveryRow[]> {
  const at = now.toISOString();
  const most = sql.raw(
    `CASE d.channel ${Object.entries(PER_TURN)
      .map(([channel, count]) => `WHEN '${channel}' THEN ${count}`)
      .join(" ")} ELSE 1 END`,
  );
  const claimed = await db
    .update(delivery)
    .set({
      state: "sending",
      version: sql`${delivery.version} + 1`,
      attempt: sql`${delivery.attempt} + 1`,
      leaseUntil: new Date(now.getTime() + CLAIM_MS),
    })
    .where(
      sql`(${delivery.tenant}, ${delivery.id}, ${delivery.version}) IN (
        SELECT tenant, id, version FROM (
          SELECT d.tenant, d.id, d.version, d.seq,
            row_number() OVER (PARTITION BY d.tenant, d.contact ORDER BY d.seq)
              + (SELECT count(*) FROM delivery s WHERE s.tenant = d.tenant AND s.contact = d.contact
                  AND s.state = 'sending' AND s.lease_until > ${at}::timestamptz) AS place,
            CASE WHEN c.failures >= 5 THEN 1 ELSE ${most} END AS most
          FROM delivery d LEFT JOIN contact c ON c.tenant = d.tenant AND c.id = d.contact
          WHERE ((d.state = 'pending' AND d.next_at <= ${at}::timestamptz)
              OR (d.state = 'sending' AND d.lease_until <= ${at}::timestamptz))
            AND (c.breaker_until IS NULL OR c.breaker_until <= ${at}::timestamptz)
            AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.tenant = d.tenant AND e.contact = d.contact
              AND e.stream = d.stream AND e.seq < d.seq AND e.state IN ('pending', 'sending'))
        ) ranked WHERE place <= most ORDER BY seq LIMIT ${limit})`,
    )
    .returning();
  return claimed.sort((left, right) => left.seq - right.seq);
}
