import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay } from "./replay.js";

/** ReplayClaim is a replay in the hands of one worker. */
export interface ReplayClaim {
  readonly tenant: string;
  readonly id: string;
  readonly worker: string;
}

/**
 * ReplayProgress is what its worker may write down. It gives the replay back by claiming it until now for nobody; `waitingSince` is its
 * place in the queue then.
 */
export type ReplayProgress = Partial<
  Pick<
    Replay,
    | "state"
    | "endedAt"
    | "claimedBy"
    | "claimedUntil"
    | "waitingSince"
    | "cursor"
    | "planned"
    | "read"
    | "accepted"
    | "duplicates"
    | "rejected"
    | "error"
  >
>;

/** updateClaimedReplay writes progress down; false, and nothing is written, when the replay was cancelled or another worker holds it. */
export async function updateClaimedReplay(
  { db }: Postgres,
  { tenant, id, worker }: ReplayClaim,
  progress: ReplayProgress,
): Promise<boolean> {
  const written = await db
    .update(replay)
    .set(progress)
    .where(and(eq(replay.tenant, tenant), eq(replay.id, id), eq(replay.state, "running"), eq(replay.claimedBy, worker)))
    .returning({ id: replay.id });
  return written.length > 0;
}
