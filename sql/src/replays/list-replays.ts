import { desc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay } from "./replay.js";

/** MAX_LISTED_REPLAYS: what happened before them is history. */
export const MAX_LISTED_REPLAYS = 500;

/** listReplays returns the newest replays of one tenant, newest first. */
export function listReplays({ db }: Postgres, tenant: string): Promise<Replay[]> {
  return db
    .select()
    .from(replay)
    .where(eq(replay.tenant, tenant))
    .orderBy(desc(replay.requestedAt), desc(replay.id))
    .limit(MAX_LISTED_REPLAYS);
}
