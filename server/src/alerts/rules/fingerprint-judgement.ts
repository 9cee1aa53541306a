import { createHash } from "node:crypto";
import type { AlertRule } from "@watchfloor/dashboards";

/** fingerprintJudgement is the same for two versions of a rule that judge alike: they differ in words alone. */
export function fingerprintJudgement(rule: AlertRule): string {
  const {
    title: _title,
    summary: _summary,
    description: _description,
    runbook: _runbook,
    owner: _owner,
    ...judged
  } = rule;
  return createHash("sha256").update(JSON.stringify(judged)).digest("hex").slice(0, 16);
}
