import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { PEER_DIMENSIONS } from "../compare/choose-peers.js";
import { DECLARE_STEPS_PROBLEM_CODES } from "../declare/check-declared-steps.js";
import { DEVIATION_KINDS, NO_CONFORMANCE_REASONS } from "../report/variant-report.js";

/** ProcessEnums holds the GraphQL enums of process reports. */
export const ProcessEnums = {
  DeclareStepsProblemCode: registerWordEnum("DeclareStepsProblemCode", DECLARE_STEPS_PROBLEM_CODES),
  DeviationKind: registerWordEnum("DeviationKind", DEVIATION_KINDS),
  PeerDimension: registerWordEnum("PeerDimension", PEER_DIMENSIONS),
  NoConformanceReason: registerWordEnum("NoConformanceReason", NO_CONFORMANCE_REASONS),
};
