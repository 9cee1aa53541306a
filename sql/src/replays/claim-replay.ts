import { sql } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay } from "./replay.js";

/** ReplayWorker is who claims: `worker` is unique among all processes, `leaseMs` how long a claim holds without a word from it. */
export interface ReplayWorker {
  readonly worker: string;
  readonly leaseMs: number;
}

/**
 * claimReplay takes the replay that has waited longest, of any tenant: a queued one, or one whose worker has not been heard of since its
 * claim ended. Of several that claim at once each gets another one, or undefined.
 */
export async function claimReplay(
  { db }: Postgres,
  { worker, leaseMs }: ReplayWorker,
  now: Date,
): Promise<Replay | undefined> {
  const at = now.toISOString();
  const [claimed] = await db
    .update(replay)
    .set({
      state: "running",
      claimedBy: worker,
      claimedUntil: new Date(now.getTime() + leaseMs),
      startedAt: sql`coalesce(${replay.startedAt}, ${at}::timestamptz)`,
    })
    .where(
      sql`${replay.id} = (SELECT id FROM replay
        WHERE state = 'queued' OR (state = 'running' AND claimed_until <= ${at}::timestamptz)
        ORDER BY waiting_since, id LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    )
    .returning();
  return claimed;
}
