import type { WireAnswer } from "../wire/wire-answer.js";
import { readRetryAfter } from "./read-retry-after.js";
import type { SendResult } from "./send-outcome.js";

/** JudgedAnswer is what an answer means for the delivery. */
export interface JudgedAnswer {
  readonly result: SendResult;
  readonly detail: string;
  readonly retryAfterMs: number | null;
}

const RETRY = new Set([408, 425, 429]);
const REDUCE = new Set([400, 413, 422]);
const DENIED = new Set([401, 403, 404]);

/** judgeAnswer applies the table of ALERTING 12.5; `now` in epoch milliseconds. */
export function judgeAnswer(answer: WireAnswer, now: number): JudgedAnswer {
  if ("fault" in answer) {
    const isPassing = answer.fault === "network" || answer.fault === "timeout";
    return { result: isPassing ? "retry" : "unreachable", detail: answer.detail, retryAfterMs: null };
  }
  const { status, headers } = answer;
  return { ...judgeStatus(status), retryAfterMs: readRetryAfter(headers["retry-after"], now) };
}

function judgeStatus(status: number): Pick<JudgedAnswer, "result" | "detail"> {
  if (status >= 200 && status < 300) return { result: "delivered", detail: `Accepted (${status}).` };
  if (status >= 300 && status < 400)
    return { result: "permanent", detail: `It points elsewhere (${status}); redirects are not followed.` };
  if (RETRY.has(status) || status >= 500)
    return { result: "retry", detail: `It cannot take messages now (${status}).` };
  if (REDUCE.has(status)) return { result: "reduce", detail: `It does not take the message (${status}).` };
  if (DENIED.has(status)) return { result: "denied", detail: `It does not let us in (${status}).` };
  if (status === 410) return { result: "gone", detail: "Nobody takes messages there any more (410)." };
  return { result: "permanent", detail: `It refuses the message (${status}).` };
}
