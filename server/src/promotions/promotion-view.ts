import type { GateState } from "./decide/decide-gate.js";
import type { PromotionState } from "./decide/decide-promotion.js";

/** PromotionGate is an approval or task that must have succeeded before the launch; it is a run one can open. */
export interface PromotionGate {
  readonly client: string;
  readonly workflow: string;
  readonly run: string;
  readonly kind: string;
  readonly title: string;
  readonly state: GateState;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
}

/** TARGET_STATES: LIVE has the version, OUTDATED reported an older one, FAILED ended without, OPEN is on its way. */
export const TARGET_STATES = ["LIVE", "OPEN", "OUTDATED", "FAILED"] as const;

/** PromotionTarget is a place a promotion must reach, by name. */
export interface PromotionTarget {
  readonly title: string;
  readonly run: string;
  readonly store: string | null;
  readonly state: (typeof TARGET_STATES)[number];
  readonly isLate: boolean;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/** PromotionView is a promotion on the launch board. */
export interface PromotionView {
  readonly client: string;
  readonly change: string;
  readonly workflow: string | null;
  readonly title: string;
  readonly version: string | null;
  readonly state: PromotionState;
  readonly publishedAt: Date | null;
  readonly startsAt: Date | null;
  readonly planned: number;
  readonly live: number;
  readonly failed: number;
  readonly gates: readonly PromotionGate[];
  /** The first few places that miss it. */
  readonly missing: readonly PromotionTarget[];
  readonly money: readonly { readonly amount: number; readonly currency: string }[];
  readonly action: string;
}
