import type { Outcome, RunKind, RunState } from "./run-words.js";

/** RunView is one run as people see it; null = absent. */
export interface RunView {
  readonly id: string;
  readonly client: string;
  readonly workflow: string;
  /** UTC day the run is stored under. */
  readonly day: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly attempts: number;
  readonly store: string | null;
  readonly channel: string | null;
  readonly partner: string | null;
  readonly money: { amount: number; currency: string } | null;
  readonly workflowVersion: string | null;
  readonly correlation: string | null;
  readonly entity: { type: string; id: string; version: string | null } | null;
  readonly change: string | null;
  readonly target: string | null;
  readonly promise: string | null;
  readonly errorClass: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly superseded: boolean;
  readonly mismatchedAt: Date | null;
  readonly humanTouched: boolean;
  readonly attributes: { name: string; value: string }[];
  /** When it waited, by the source's own word; `to` null = it still does. They may overlap. */
  readonly pauses: { from: Date; to: Date | null; reason: string }[];
  /** What it waits for and has got, where it is an obligation by a rule; `expected` null = what was answered is not known. */
  readonly expectation: RunExpectationView | null;
  /** What is promised of it by the policy in force at its start; null without one: then `dueAt` decides. */
  readonly sla: RunSlaView | null;
  /** How far past the deadline it ended, or is now while open; null when it is not late. */
  readonly latenessSeconds: number | null;
  /** From start to end; null while open or without a start. */
  readonly durationSeconds: number | null;
  readonly source: string;
}

/** RunExpectationView is what an obligation waits for and has got; `amount` in the run's own currency. */
export interface RunExpectationView {
  readonly expected: number | null;
  readonly answers: number;
  readonly answered: { amount: number; currency: string } | null;
}

/** RunSlaView is the promise of a run: its policy, and where its clock stands at the end or now. */
export interface RunSlaView {
  readonly policy: string;
  readonly policyVersion: number;
  readonly title: string;
  readonly tier: string;
  readonly target: number;
  /** null = the wall clock. */
  readonly calendar: string | null;
  readonly limitSeconds: number;
  readonly clockSeconds: number;
  /** Until when the promise is kept; null = never broken, because the clock stands still. */
  readonly dueAt: Date | null;
  /** When 80 % of the limit are used. */
  readonly atRiskAt: Date | null;
}
