import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { OUTCOMES, RUN_KINDS, RUN_ORDERS, RUN_STATES } from "../run-words.js";

/** RunEnums holds the GraphQL enums of runs. */
export const RunEnums = {
  RunState: registerWordEnum("RunState", RUN_STATES),
  RunKind: registerWordEnum("RunKind", RUN_KINDS),
  Outcome: registerWordEnum("Outcome", OUTCOMES),
  RunOrder: registerWordEnum("RunOrder", RUN_ORDERS),
};
