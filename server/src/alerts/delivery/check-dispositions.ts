import type { Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

/** DISPOSITIONS_KEY is the key of what the nightly count of a tenant came to. */
export const DISPOSITIONS_KEY = "dispositions";

const DAY_MS = 86_400_000;

/** DispositionCount is one nightly count: what was to be told on a day, and what of it did not end as it must. */
export interface DispositionCount {
  readonly checked: number;
  /** Nothing waits for them any more, and nobody said how they ended. */
  readonly undecided: number;
  /** Delivered, says one side; not delivered, the other. */
  readonly contradicted: number;
}

/**
 * checkDispositions counts, once a day, the intents of the day before yesterday of a tenant: each must have ended in one disposition, but for
 * those that wait for an incident that goes on, for a message under way or for the end of quiet hours. Returns the count; undefined = it was
 * made today already.
 */
export async function checkDispositions(
  postgres: Postgres,
  { tenant, now }: { readonly tenant: string; readonly now: Date },
): Promise<DispositionCount | undefined> {
  const documents = new AlertDocumentRepository(postgres);
  const stored = await documents.get(tenant, DISPOSITIONS_KEY);
  const to = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - DAY_MS);
  const day = to.toISOString().slice(0, 10);
  if (stored?.doc["day"] === day) return undefined;
  const counted = await count(postgres, { tenant, from: new Date(to.getTime() - DAY_MS), to });
  const doc = { day, ...counted };
  const isOurs = await documents.cas(tenant, {
    key: DISPOSITIONS_KEY,
    version: stored?.version ?? 0,
    doc,
    nextAt: null,
  });
  return isOurs ? counted : undefined;
}

async function count(
  { db }: Postgres,
  { tenant, from, to }: { readonly tenant: string; readonly from: Date; readonly to: Date },
): Promise<DispositionCount> {
  const answer: unknown = await db.execute(sql`
    SELECT count(*)::integer AS checked,
      (count(*) FILTER (WHERE intent.disposition IS NULL AND coalesce(intent.mute, '') <> 'quiet'
        AND coalesce(incident.status, 'resolved') = 'resolved'
        AND coalesce(message.state, 'dead') NOT IN ('pending', 'sending')))::integer AS undecided,
      (count(*) FILTER (WHERE intent.disposition = 'delivered' AND coalesce(message.state, 'delivered') <> 'delivered'))::integer
        AS contradicted
    FROM alert_intent AS intent
    LEFT JOIN alert_incident AS incident ON incident.tenant = intent.tenant AND incident.id = intent.incident
    LEFT JOIN delivery AS message ON message.tenant = intent.tenant AND message.id = intent.delivery
    WHERE intent.tenant = ${tenant} AND intent.created_at >= ${from.toISOString()}::timestamptz
      AND intent.created_at < ${to.toISOString()}::timestamptz`);
  // NOTE: the statement has exactly these columns, one row, and casts each to a number.
  const [row] = (answer as { rows: DispositionCount[] }).rows;
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  return row;
}
