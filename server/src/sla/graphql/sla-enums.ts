import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { BURN_STATES, BURN_TIERS } from "../burn/decide-burn.js";
import { SLA_PROBLEM_CODES } from "../sla-problem.js";

/** CORRECTION_STATES: only approved ones count. */
export const CORRECTION_STATES = ["REQUESTED", "APPROVED", "REVOKED"] as const;

/** SlaEnums holds the GraphQL enums of promises. */
export const SlaEnums = {
  SlaProblemCode: registerWordEnum(
    "SlaProblemCode",
    SLA_PROBLEM_CODES.map((code) => code.toUpperCase()),
  ),
  BurnState: registerWordEnum("BurnState", BURN_STATES),
  BurnTier: registerWordEnum(
    "BurnTier",
    BURN_TIERS.map(({ tier }) => tier),
  ),
  CorrectionState: registerWordEnum("CorrectionState", CORRECTION_STATES),
};
