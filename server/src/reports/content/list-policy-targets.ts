import type { SlaPolicyVersion } from "@watchfloor/sql";
import type { PromiseTarget } from "./report-content.js";

/** listPolicyTargets returns what a policy asked for within a period: its terms at the start, and those that replaced them before the end. */
export function listPolicyTargets(
  policies: readonly SlaPolicyVersion[],
  id: string,
  { from, to }: { from: Date; to: Date },
): PromiseTarget[] {
  const versions = policies
    .filter((policy) => policy.id === id)
    .sort((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime() || a.version - b.version);
  return versions.flatMap((policy): PromiseTarget[] => {
    // A later version replaces those before it from its own beginning on, however early that is.
    const replacedAt = Math.min(
      ...versions.filter((other) => other.version > policy.version).map((other) => other.effectiveFrom.getTime()),
      policy.effectiveUntil?.getTime() ?? Infinity,
    );
    const begins = policy.effectiveFrom.getTime();
    if (begins >= to.getTime() || replacedAt <= from.getTime() || replacedAt <= begins) return [];
    const { target, limitSeconds, calendar, effectiveFrom } = policy;
    return [{ target, limitSeconds, calendar, since: begins <= from.getTime() ? null : effectiveFrom }];
  });
}
