import type { Postgres } from "../postgres/postgres.js";
import { tenant } from "../postgres/schema/registry.js";

/** ensureTenant creates a workspace once; an existing one is left as it is. Returns whether it was made now. */
export async function ensureTenant(
  postgres: Postgres,
  options: { id: string; title: string; timeZone?: string | undefined; isDemo: boolean; now: Date },
): Promise<boolean> {
  const { id, title, timeZone, isDemo, now } = options;
  const made = await postgres.db
    .insert(tenant)
    .values({ id, title, isDemo, createdAt: now, ...(timeZone === undefined ? {} : { timeZone }) })
    .onConflictDoNothing()
    .returning({ id: tenant.id });
  return made.length > 0;
}
