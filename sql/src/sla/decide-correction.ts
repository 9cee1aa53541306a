import { and, eq, isNull, ne } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { correction } from "../postgres/schema/sla.js";

/** CorrectionDecision is who decides what about a correction. */
export interface CorrectionDecision {
  readonly id: string;
  readonly verdict: "approve" | "revoke";
  readonly by: string;
  readonly now: Date;
}

/**
 * decideCorrection approves a correction that waits, which its author cannot do, or revokes one that waits or counts. It is one statement,
 * so of two people who decide at once one comes too late. Returns whether it was decided now.
 */
export async function decideCorrection(
  { db }: Postgres,
  tenant: string,
  decision: CorrectionDecision,
): Promise<boolean> {
  const { id, verdict, by, now } = decision;
  const isOpen = [eq(correction.tenant, tenant), eq(correction.id, id), isNull(correction.revokedAt)];
  const mayApprove = [isNull(correction.approvedAt), ne(correction.author, by)];
  const decided = await db
    .update(correction)
    .set(verdict === "approve" ? { approvedBy: by, approvedAt: now } : { revokedBy: by, revokedAt: now })
    .where(and(...isOpen, ...(verdict === "approve" ? mayApprove : [])))
    .returning({ id: correction.id });
  return decided.length > 0;
}
