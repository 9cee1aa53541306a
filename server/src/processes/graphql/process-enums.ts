import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { PEER_DIMENSIONS } from "../compare/choose-peers.js";
import { DEVIATION_KINDS, NO_CONFORMANCE_REASONS } from "../report/variant-report.js";

/** ProcessEnums holds the GraphQL enums of process reports. */
export const ProcessEnums = {
  DeviationKind: registerWordEnum("DeviationKind", DEVIATION_KINDS),
  PeerDimension: registerWordEnum("PeerDimension", PEER_DIMENSIONS),
  NoConformanceReason: registerWordEnum("NoConformanceReason", NO_CONFORMANCE_REASONS),
};
