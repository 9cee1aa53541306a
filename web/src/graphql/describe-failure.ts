import { GraphqlFailure } from "./graphql-failure.js";

/** FailureWords say what failed, why and what happens next; `canRetry` says whether asking again can help. */
export interface FailureWords {
  readonly title: string;
  readonly detail: string;
  readonly canRetry: boolean;
}

/** describeFailure says in words why `what` ("the workflows") could not be asked. */
export function describeFailure(error: Error, what: string): FailureWords {
  const title = `Could not load ${what}.`;
  const words = (detail: string, canRetry = true): FailureWords => ({ title, detail, canRetry });
  if (!(error instanceof GraphqlFailure)) return words(error.message);
  switch (error.reason) {
    case "unreachable":
      return words("The server cannot be reached. This page goes on trying by itself.");
    case "server_fault":
      return words("The server failed to answer. This page goes on trying by itself.");
    case "rate_limited":
      return words("Too many questions were asked in a short time. This page goes on in a moment by itself.");
    case "too_slow":
      return words("The answer took too long. Choose a shorter range or a narrower scope, or wait: it is tried again.");
    case "too_heavy":
      return words(`${error.message} Choose a shorter range or a narrower scope, or wait: it is tried again.`);
    case "forbidden":
      return { title: `You may not see ${what}.`, detail: error.message, canRetry: false };
    case "signed_out":
      return words("Your session has ended: sign in again.", false);
    case "bad_input":
      return words(error.message, false);
  }
}
