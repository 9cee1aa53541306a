import type { Outcome } from "../run-words.js";

/** StepView is a timed part of a run; null = absent. */
export interface StepView {
  readonly id: string;
  readonly step: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly outcome: Outcome;
  readonly attempt: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly errorClass: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly sequence: number | null;
  readonly source: string;
}
