import { Problem } from "../../graphql/problem.js";
import type { SignInAnswer } from "../sign-in/sign-in.service.js";

/** buildSignInProblem words a refused sign-in; it never tells whether the person exists. */
export function buildSignInProblem(refused: SignInAnswer & { isSignedIn: false }): Problem {
  if (refused.reason === "wrong_credentials") {
    return new Problem("UNAUTHENTICATED", "Email or password is wrong.", { remedy: "Check both and try again." });
  }
  const { retryAfterSeconds } = refused;
  return new Problem("RATE_LIMITED", "Too many failed sign-ins.", {
    retryAfterSeconds,
    remedy: `Try again in ${retryAfterSeconds} s.`,
  });
}
