import { isFiring } from "../instance/alert-instance.js";
import type { TrackedInstance } from "./rule-document.js";

/** MAX_INSTANCES of one rule that are not at rest; what fires is never dropped for it. */
export const MAX_INSTANCES = 1_000;

/** dropSurplus keeps those that fire, then those that are pending for longest, and says how many were dropped. */
export function dropSurplus(instances: Readonly<Record<string, TrackedInstance>>): {
  readonly kept: Readonly<Record<string, TrackedInstance>>;
  readonly dropped: number;
} {
  const all = Object.entries(instances);
  if (all.length <= MAX_INSTANCES) return { kept: instances, dropped: 0 };
  const firing = all.filter(([, { state }]) => isFiring(state));
  const pending = all
    .filter(([, { state }]) => !isFiring(state))
    .sort(
      ([left, { state: a }], [right, { state: b }]) => (a.activeAt ?? 0) - (b.activeAt ?? 0) || (left < right ? -1 : 1),
    );
  const kept = [...firing, ...pending.slice(0, Math.max(0, MAX_INSTANCES - firing.length))];
  return { kept: Object.fromEntries(kept), dropped: all.length - kept.length };
}
