import type { RejectionReason } from "./rejection-reason.js";

/** Refusal says why one event is not accepted, which field is at fault and what to do about it. */
export interface Refusal {
  readonly reason: RejectionReason;
  readonly field: string;
  readonly detail: string;
}
