/** PROBLEM_CODES is the closed list of `extensions.code`; `renderProblem` maps each of them. */
export const PROBLEM_CODES = [
  "BAD_USER_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "RATE_LIMITED",
  "QUERY_TOO_LARGE",
  "OVERLOADED",
  "UNAVAILABLE",
  "INTERNAL",
] as const;

/** ProblemCode is one of the reasons for which a request is not answered. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** ProblemDetails says what the caller can do about it. */
export interface ProblemDetails {
  /** The argument at fault, such as `query.from`. */
  readonly field?: string;
  readonly remedy?: string;
  readonly retryAfterSeconds?: number;
}

/** Problem is a request that is not answered, thrown by resolvers only; domain functions return refusals as values. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly details: ProblemDetails = {},
  ) {
    super(message);
    this.name = "Problem";
  }
}
