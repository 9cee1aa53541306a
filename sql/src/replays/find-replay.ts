import { and, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { replay } from "../postgres/schema/replays.js";
import type { Replay } from "./replay.js";

/** findReplay returns a replay of one tenant by its id. */
export async function findReplay({ db }: Postgres, tenant: string, id: string): Promise<Replay | undefined> {
  const [found] = await db
    .select()
    .from(replay)
    .where(and(eq(replay.tenant, tenant), eq(replay.id, id)));
  return found;
}
