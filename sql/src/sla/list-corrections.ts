import { asc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { correction } from "../postgres/schema/sla.js";

/** StoredCorrection is one correction as stored, asked for, approved or revoked; '' = any. */
export type StoredCorrection = Omit<typeof correction.$inferSelect, "tenant">;

/** listCorrections returns every correction of a tenant, whatever became of it, in the order in which they were asked for. */
export async function listCorrections({ db }: Postgres, tenant: string): Promise<StoredCorrection[]> {
  const rows = await db
    .select()
    .from(correction)
    .where(eq(correction.tenant, tenant))
    .orderBy(asc(correction.requestedAt), asc(correction.id));
  return rows.map(({ tenant: _, ...stored }) => stored);
}
