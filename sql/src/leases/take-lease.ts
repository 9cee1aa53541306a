import { sql } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { lease } from "../postgres/schema/leases.js";

/**
 * takeLease takes or prolongs a piece of work for `holder` and returns whether it is theirs until `now` + `forMs`. Who holds one may
 * still be outlived by it (a stalled process, clocks that differ): the work itself must bear being done twice.
 */
export async function takeLease(
  { db }: Postgres,
  { name, holder, forMs, now }: { name: string; holder: string; forMs: number; now: Date },
): Promise<boolean> {
  const until = new Date(now.getTime() + forMs);
  const taken = await db
    .insert(lease)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: lease.name,
      set: { holder: sql`excluded.holder`, until: sql`excluded.until` },
      setWhere: sql`${lease.holder} = ${holder} OR ${lease.until} < ${now.toISOString()}::timestamptz`,
    })
    .returning({ name: lease.name });
  return taken.length > 0;
}

/** dropLease gives a piece of work back, so that nobody waits for its end. */
export async function dropLease({ db }: Postgres, { name, holder }: { name: string; holder: string }): Promise<void> {
  await db.delete(lease).where(sql`${lease.name} = ${name} AND ${lease.holder} = ${holder}`);
}
