import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { DEVIATION_KINDS, NO_CONFORMANCE_REASONS } from "../report/variant-report.js";

/** ProcessEnums holds the GraphQL enums of process reports. */
export const ProcessEnums = {
  DeviationKind: registerWordEnum("DeviationKind", DEVIATION_KINDS),
  NoConformanceReason: registerWordEnum("NoConformanceReason", NO_CONFORMANCE_REASONS),
};
