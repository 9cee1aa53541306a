import { schema, type Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";
import type { ReportRecord } from "./report-record.js";

const { report } = schema;

/**
 * claimReport takes the report that has waited longest, of any tenant: a queued one, or one whose worker has not been heard of since its
 * claim ended. Of several that claim at once each gets another one, or undefined.
 */
export async function claimReport(
  { db }: Postgres,
  { worker, leaseMs }: { worker: string; leaseMs: number },
  now: Date,
): Promise<ReportRecord | undefined> {
  const at = now.toISOString();
  const [claimed] = await db
    .update(report)
    .set({
      state: "running",
      claimedBy: worker,
      claimedUntil: new Date(now.getTime() + leaseMs),
      startedAt: sql`coalesce(${report.startedAt}, ${at}::timestamptz)`,
      attempts: sql`${report.attempts} + 1`,
    })
    .where(
      sql`(${report.tenant}, ${report.id}) = (SELECT tenant, id FROM report
        WHERE state = 'queued' OR (state = 'running' AND claimed_until <= ${at}::timestamptz)
        ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    )
    .returning();
  return claimed;
}
