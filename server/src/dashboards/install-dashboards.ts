import { createHash } from "node:crypto";
import { loadDashboards } from "@watchfloor/dashboards";
import type { Postgres } from "@watchfloor/sql";
import { DASHBOARD_KNOWLEDGE } from "./dashboard-knowledge.js";
import { DashboardsRepository } from "./dashboards.repository.js";

/** BY_FILE stands where a person's id stands for versions that came as a file. */
const BY_FILE = "file";

/**
 * installDashboards makes the dashboards of the product, and those in `ownDirectory`, known to a tenant: a changed file becomes a new
 * version, the same one changes nothing, and what people saved stays what is shown. Safe when several processes do it at once. Returns how
 * many versions were added. Rejects with `DefinitionFault` (file and line) for a definition that does not fit, before anything is stored.
 */
export async function installDashboards(
  postgres: Postgres,
  tenant: string,
  given: { readonly ownDirectory?: string | undefined; readonly now: Date },
): Promise<number> {
  const files = await loadDashboards(DASHBOARD_KNOWLEDGE, given.ownDirectory);
  const repository = new DashboardsRepository(postgres);
  const newest = await repository.listNewest(tenant);
  let added = 0;
  for (const { dashboard, text } of files) {
    const fingerprint = createHash("sha256").update(text).digest("hex");
    const known = newest.filter(({ id }) => id === dashboard.id);
    if (known.some((row) => row.isSeed && row.fingerprint === fingerprint)) continue;
    const version = 1 + Math.max(0, ...known.map((row) => row.version));
    const row = {
      id: dashboard.id,
      version,
      isSeed: true,
      text,
      fingerprint,
      createdAt: given.now,
      createdBy: BY_FILE,
    };
    if (await repository.insert(tenant, row)) added += 1;
  }
  return added;
}
