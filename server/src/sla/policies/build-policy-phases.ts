import type { SlaPolicyVersion } from "@watchfloor/sql";

/** STORE_CALENDAR in place of a calendar's id means that of the store in which the run happens. */
export const STORE_CALENDAR = "@store";

/** PolicyPhase is the time [fromMs, toMs) in which one version of a policy decides about the runs that start. */
export interface PolicyPhase {
  readonly fromMs: number;
  readonly toMs: number;
  readonly policy: SlaPolicyVersion;
}

/**
 * buildPolicyPhases returns when each version of one policy is in force, sorted and apart: a version replaces all before it from its own
 * effective date on, so a back-dated one restates history, and one that ends where it begins retires the policy.
 */
export function buildPolicyPhases(versions: readonly SlaPolicyVersion[]): PolicyPhase[] {
  let phases: PolicyPhase[] = [];
  for (const policy of [...versions].sort((left, right) => left.version - right.version)) {
    const fromMs = roundUp(policy.effectiveFrom);
    const toMs = policy.effectiveUntil === null ? Infinity : roundUp(policy.effectiveUntil);
    phases = phases.map((phase) => ({ ...phase, toMs: Math.min(phase.toMs, fromMs) }));
    phases.push({ fromMs, toMs, policy });
  }
  return phases.filter((phase) => phase.fromMs < phase.toMs).sort((left, right) => left.fromMs - right.fromMs);
}

/** Policies begin and end on whole seconds: the SQL of a promise counts in them. */
function roundUp(at: Date): number {
  return Math.ceil(at.getTime() / 1000) * 1000;
}
