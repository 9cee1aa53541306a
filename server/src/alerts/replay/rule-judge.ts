import type { Labels } from "../instance/fingerprint-labels.js";
import type { Judgement } from "../instance/judgement.js";
import type { SampleStore } from "./sample-store.js";

/** JudgedInstance is what one evaluation says about one group of labels. */
export interface JudgedInstance {
  readonly labels: Labels;
  readonly judgement: Judgement;
}

/** RuleJudge judges a rule at an instant in milliseconds: every instance that matches, and of others what is known. */
export type RuleJudge = (at: number) => readonly JudgedInstance[];

/** RuleData is what rules are judged by; durations are milliseconds. */
export interface RuleData {
  readonly store: SampleStore;
  /** For how long a sample holds; 0: until the next one. */
  readonly lookback: number;
  readonly interval: number;
}
