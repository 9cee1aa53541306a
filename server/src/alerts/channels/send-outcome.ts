/** SEND_RESULTS is what an attempt can come to; `decideRetry` says what follows. */
export const SEND_RESULTS = [
  "delivered",
  /** The other side could not now: network, time, 408, 425, 429, 5xx. */
  "retry",
  /** It did not understand the message: once more with less. */
  "reduce",
  /** It does not know us: 401, 403, 404; secrets may be about to be changed. */
  "denied",
  "permanent",
  /** 410: nobody wants messages there any more. */
  "gone",
  /** Its name, address or certificate cannot be used. */
  "unreachable",
] as const;

/** SendResult is one of `SEND_RESULTS`. */
export type SendResult = (typeof SEND_RESULTS)[number];

/** SendOutcome is what one attempt came to. Its texts hold no secret. */
export interface SendOutcome {
  readonly result: SendResult;
  readonly status: number | null;
  /** A sentence for people. */
  readonly detail: string;
  /** How long the other side asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | null;
  /** What was sent and the beginning of what came back, for whoever looks for the fault. */
  readonly request: string;
  readonly response: string;
}
