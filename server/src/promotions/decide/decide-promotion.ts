import type { GateState } from "./decide-gate.js";

/**
 * PROMOTION_STATES, worst first: LATE has started and is not live everywhere, BLOCKED has a gate that was declined or is late before its start,
 * ROLLING_OUT is reaching its targets, PLANNED waits, LIVE is live everywhere.
 */
export const PROMOTION_STATES = ["LATE", "BLOCKED", "ROLLING_OUT", "PLANNED", "LIVE"] as const;

/** PromotionState is one of them. */
export type PromotionState = (typeof PROMOTION_STATES)[number];

/** PromotionFacts is what its state is decided by. */
export interface PromotionFacts {
  readonly startsAtMs: number | null;
  readonly planned: number;
  readonly live: number;
  readonly gates: readonly GateState[];
}

/** decidePromotion says how a promotion stands at an instant; one without targets that should have started is late, because nobody published it. */
export function decidePromotion({ startsAtMs, planned, live, gates }: PromotionFacts, nowMs: number): PromotionState {
  if (planned > 0 && live >= planned) return "LIVE";
  if (startsAtMs !== null && startsAtMs < nowMs) return "LATE";
  if (gates.some((gate) => gate === "RED" || gate === "LATE")) return "BLOCKED";
  return planned > 0 ? "ROLLING_OUT" : "PLANNED";
}
