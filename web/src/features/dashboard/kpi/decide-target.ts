import type { Direction } from "../../../graphql/operations.js";

/** decideTarget tells whether a value reaches its target; null where there is nothing to judge. */
export function decideTarget(value: number | null, target: number | null, better: Direction): "met" | "missed" | null {
  if (value === null || target === null || better === "NEITHER") return null;
  return (better === "HIGHER" ? value >= target : value <= target) ? "met" : "missed";
}
