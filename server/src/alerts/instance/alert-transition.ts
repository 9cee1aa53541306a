import type { AlertState } from "./alert-instance.js";

/** ResolveReason says why an episode that fired is over. */
export type ResolveReason =
  "cleared" | "no_data" | "missing_series" | "rule_updated" | "rule_deleted" | "rule_paused" | "manual";

/** TransitionKind names what may be told to people; `history` is told to nobody. */
export type TransitionKind = "fired" | "resolved" | "no_data_started" | "no_data_ended" | "history";

/** AlertTransition is one row of the history of an instance. Instants are slots, in epoch milliseconds. */
export interface AlertTransition {
  readonly kind: TransitionKind;
  readonly from: AlertState;
  readonly to: AlertState;
  readonly at: number;
  readonly reason: ResolveReason | null;
  readonly activeAt: number | null;
  readonly value: number | null;
  readonly transitionSeq: number;
  readonly episodeSeq: number;
}
