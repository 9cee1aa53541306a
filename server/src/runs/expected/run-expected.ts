import type { ComparedStep } from "./compare-steps.js";

/** ExpectedRule is the rule that opened a run, in words. */
export interface ExpectedRule {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly withinSeconds: number;
  /** What opened it: "run.finished of erp-order, succeeded". */
  readonly when: string;
  /** What it waits for. */
  readonly expect: string;
  /** What ends it without an answer; null = nothing. */
  readonly cancel: string | null;
  /** What joins both sides. */
  readonly key: readonly string[];
}

/** RunExpected is what should have happened in a run, beside what did. */
export interface RunExpected {
  /** null = no rule opened it. */
  readonly rule: ExpectedRule | null;
  /** null = nobody declared the steps of its workflow. */
  readonly steps: readonly ComparedStep[] | null;
  /** null = nobody declared its steps. */
  readonly isConforming: boolean | null;
}
