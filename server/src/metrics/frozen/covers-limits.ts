import type { ScopeLimits } from "../../scope/scope.js";

const NAMES = ["clients", "regions", "stores", "channels", "partners"] as const;

/** coversLimits tells whether whoever is limited to `mine` sees everything that `others` do: each list is unlimited, or holds the other one. */
export function coversLimits(mine: ScopeLimits, others: ScopeLimits): boolean {
  return NAMES.every((name) => {
    const seen = mine[name];
    return seen === null || (others[name]?.every((id) => seen.includes(id)) ?? false);
  });
}
