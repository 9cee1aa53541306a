import type { ScopeLimits } from "../../scope/scope.js";
import type { MetricAnswer } from "../execution/metric-answer.js";
import type { MetricQuestion } from "../query/metric-query.js";

/** FrozenFigure is an answer that keeps its values: what a report says must not change after somebody signed it. */
export interface FrozenFigure {
  readonly id: string;
  readonly title: string;
  readonly question: MetricQuestion;
  readonly answer: MetricAnswer;
  /** SHA-256 of the answer's text as it is kept, in hexadecimal. */
  readonly hash: string;
  /** Of whoever froze it; whoever sees less must not read it. */
  readonly limits: ScopeLimits;
  readonly asOf: Date;
  readonly frozenBy: string;
  readonly frozenAt: Date;
}

/** FROZEN_PROBLEMS is the closed list of why a figure was not frozen or read. */
export const FROZEN_PROBLEMS = ["INVALID", "TOO_LARGE", "NOT_FOUND"] as const;

/** FrozenProblem says why a figure was not frozen or read, and what to do. */
export interface FrozenProblem {
  readonly code: (typeof FROZEN_PROBLEMS)[number];
  readonly message: string;
}
