import type { Postgres } from "../postgres/postgres.js";
import { correction } from "../postgres/schema/sla.js";

/** CorrectionRequest is a correction that was asked for and counts nowhere yet. */
export type CorrectionRequest = Omit<
  typeof correction.$inferInsert,
  "tenant" | "approvedBy" | "approvedAt" | "revokedBy" | "revokedAt"
>;

/** requestCorrection stores a correction that waits for approval; false when its id is taken. */
export async function requestCorrection({ db }: Postgres, tenant: string, asked: CorrectionRequest): Promise<boolean> {
  const added = await db
    .insert(correction)
    .values({ ...asked, tenant })
    .onConflictDoNothing()
    .returning({ id: correction.id });
  return added.length > 0;
}
