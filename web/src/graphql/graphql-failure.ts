/** FailureReason is the closed list of ways in which a question to the server can fail. */
export type FailureReason =
  "signed_out" | "rate_limited" | "forbidden" | "bad_input" | "too_slow" | "too_heavy" | "unreachable" | "server_fault";

/** GraphqlFailure is thrown by `request` when the server refused or could not be reached; `reason` says which, `message` is for people. */
export class GraphqlFailure extends Error {
  readonly reason: FailureReason;
  readonly retryAfterSeconds: number | null;

  constructor(reason: FailureReason, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = "GraphqlFailure";
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
