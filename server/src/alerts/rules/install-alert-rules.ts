import { createHash } from "node:crypto";
import { loadAlertRules } from "@watchfloor/dashboards";
import { BY_PACK, type Postgres } from "@watchfloor/sql";
import { ALERT_RULE_KNOWLEDGE } from "./alert-rule-knowledge.js";
import { AlertRuleRepository } from "./alert-rule.repository.js";

/**
 * installAlertRules makes the rules of the product, and those in `ownDirectory`, known to a tenant: a changed one becomes a new version, the
 * same one changes nothing, and one that a person has changed or deleted is left as it is. Safe when several processes do it at once. Returns how
 * many versions were added. Rejects with `DefinitionFault` (file and line) for a rule that cannot be, before anything is stored.
 */
export async function installAlertRules(
  postgres: Postgres,
  tenant: string,
  given: { readonly ownDirectory?: string | undefined; readonly now: Date },
): Promise<number> {
  const rules = await loadAlertRules(ALERT_RULE_KNOWLEDGE, given.ownDirectory);
  const repository = new AlertRuleRepository(postgres);
  const known = new Map((await repository.list(tenant)).map((stored) => [stored.id, stored]));
  let added = 0;
  for (const rule of rules) {
    const fingerprint = createHash("sha256").update(JSON.stringify(rule)).digest("hex");
    const stored = known.get(rule.id);
    if (stored !== undefined && (!stored.isOfPack || stored.isDeleted || stored.fingerprint === fingerprint)) continue;
    const saved = { id: rule.id, definition: rule, fingerprint, createdAt: given.now, createdBy: BY_PACK };
    if (await repository.addVersion(tenant, saved, stored?.version ?? 0)) added += 1;
  }
  return added;
}
