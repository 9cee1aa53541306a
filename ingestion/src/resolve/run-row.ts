import type { RunField } from "./run-part-body.js";

/** RunPause is an interval in which a run waited for a reason; `toMs` undefined = it still does. */
export interface RunPause {
  readonly fromMs: number;
  readonly toMs: number | undefined;
  readonly reason: string;
}

/** ExpectationCheck compares the amount that was expected with what the answers brought. Amounts as decimal text. */
export interface ExpectationCheck {
  readonly measure: string;
  readonly atMs: number;
  readonly value: string;
  readonly expected: string;
  readonly currency: string;
  readonly absolute: number;
  readonly relative: number;
  /** False = nothing to compare (yet, or any more): a comparison that was recorded before is withdrawn. */
  readonly isComparable: boolean;
}

/** ExpectationFold is what an obligation waits for and has got; `expectedAnswers` 0 = what was answered is not known yet. */
export interface ExpectationFold {
  readonly expectedAnswers: number;
  readonly answers: number;
  readonly answeredMoney: string;
  readonly dueAtMs: number | undefined;
  readonly metAtMs: number | undefined;
  readonly check: ExpectationCheck | undefined;
}

/** RunRow is the folded state of one run as dashboards see it; undefined = absent. */
export interface RunRow {
  readonly startedAtMs: number | undefined;
  readonly dueAtMs: number | undefined;
  readonly finishedAtMs: number | undefined;
  readonly outcome: string;
  readonly promise: string;
  /** In the order of their begin. */
  readonly pauses: readonly RunPause[];
  /** The earliest instant anything said of the run, for a run of which neither start nor end is known. */
  readonly firstHeardMs: number;
  readonly attempts: number;
  readonly isSuperseded: boolean;
  /** There is no such run: what opened it came out of sequence and is ignored. */
  readonly isIgnored: boolean;
  readonly mismatchedAtMs: number | undefined;
  readonly errorClass: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly money: string;
  readonly currency: string;
  readonly fields: Readonly<Partial<Record<RunField, string>>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Undefined for a run that is no obligation by a rule. */
  readonly expectation: ExpectationFold | undefined;
}
