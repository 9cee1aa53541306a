import { ClickHouseFailure } from "@watchfloor/sql";
import type { AlertProblem } from "../alert-problem.js";
import { TooManyFigures } from "../evaluate/figure-reader.service.js";

/** refuseTooLarge says what to do about a back-test that needs more than one may use; every other failure is thrown again. */
export function refuseTooLarge(cause: unknown): AlertProblem {
  const isTooLarge =
    cause instanceof TooManyFigures || (cause instanceof ClickHouseFailure && cause.kind === "overload");
  if (!isTooLarge) throw cause;
  return {
    code: "invalid_range",
    message: "It needs more time or memory than one back-test may use. Choose fewer days, fewer groups, or a filter.",
  };
}
