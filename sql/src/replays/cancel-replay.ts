import { and, eq, inArray } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay } from "./replay.js";

/**
 * cancelReplay ends a replay of one tenant that waits or runs; undefined when it has none of that id. Whoever works on it stops at the
 * end of the page; what was replayed stays.
 */
export async function cancelReplay(
  { db }: Postgres,
  { tenant, id }: { tenant: string; id: string },
  now: Date,
): Promise<Replay | undefined> {
  const [ended] = await db
    .update(replay)
    .set({ state: "cancelled", endedAt: now, claimedBy: null, claimedUntil: null, planned: null })
    .where(and(eq(replay.tenant, tenant), eq(replay.id, id), inArray(replay.state, ["queued", "running"])))
    .returning();
  return ended;
}
