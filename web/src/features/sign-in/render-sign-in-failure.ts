import { GraphqlFailure } from "../../graphql/graphql-failure.js";

/** renderSignInFailure says in words why signing in failed and what to do; `waitSeconds` is what is left of a forced pause. */
export function renderSignInFailure(error: Error, waitSeconds: number): string {
  if (!(error instanceof GraphqlFailure)) return `Something went wrong: ${error.message}`;
  if (error.reason === "signed_out") return "E-mail or password is wrong.";
  if (error.reason === "rate_limited") {
    return waitSeconds > 0 ? `Too many attempts. Try again in ${waitSeconds} s.` : "You can try again now.";
  }
  if (error.reason === "unreachable") return "The server cannot be reached. Check the connection and try again.";
  return error.message;
}
