import { randomUUID } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay, ReplayWish } from "./replay.js";

/** MAX_ACTIVE_REPLAYS of one tenant: more would only stand in line. */
export const MAX_ACTIVE_REPLAYS = 20;

/** createReplay puts a wish into the queue; undefined when the tenant has as many waiting as it may. */
export async function createReplay({ db }: Postgres, wish: ReplayWish, now: Date): Promise<Replay | undefined> {
  return db.transaction(async (transaction) => {
    const [active] = await transaction
      .select({ count: count() })
      .from(replay)
      .where(and(eq(replay.tenant, wish.tenant), inArray(replay.state, ["queued", "running"])));
    if ((active?.count ?? 0) >= MAX_ACTIVE_REPLAYS) return undefined;
    const [made] = await transaction
      .insert(replay)
      .values({ ...wish, id: randomUUID(), requestedAt: now, waitingSince: now, state: "queued" })
      .returning();
    return made;
  });
}
