import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import { PROMISE_DIMENSIONS } from "./promise-metrics.js";

const decided = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "decided_at", sql });
const BAD = "promise_state IN ('breached', 'overdue')";
/** Only a policy has a target, so runs without one have no budget to use up. */
const BAD_OF_POLICY = `countIf(${BAD} AND sla_policy_id != '')`;
const ALLOWED = "sum(if(promise_state != 'excluded', sla_allowed, 0))";
const SATISFIED = "promise_state = 'met'";
const TOLERATING =
  "promise_state = 'breached' AND promise = '' AND outcome = 'succeeded' AND sla_limit_ms > 0 AND sla_clock_ms <= 4 * sla_limit_ms";
const OVER = `if(${BAD} AND sla_limit_ms > 0, greatest(sla_clock_ms - sla_limit_ms, 0), 0)`;

/** BUDGET_METRICS: how much of what may go wrong did, and by how much. */
export const BUDGET_METRICS: readonly MetricDefinition[] = [
  {
    id: "error_budget_remaining",
    title: "Error budget left",
    meaning: "Share of the broken promises that the targets allow which is left; negative when more were broken.",
    unit: "ratio",
    formulaWords:
      "1 - broken / sum of (1 - target) over the promises under a policy decided in the range; without a policy, or with a target of 100 %, there is no budget.",
    moment: "DECIDED",
    better: "HIGHER",
    dimensions: PROMISE_DIMENSIONS,
    decimals: 4,
    formula: { form: "rest", of: decided(BAD_OF_POLICY), over: decided(ALLOWED) },
    needsCoverage: true,
  },
  {
    id: "burn_rate",
    title: "Burn rate",
    meaning: "How many times faster than the targets allow promises are broken; 1 uses up the budget exactly.",
    unit: "times",
    formulaWords:
      "Broken / sum of (1 - target) over the promises under a policy decided in the range: the error rate by what the target allows.",
    moment: "DECIDED",
    better: "LOWER",
    dimensions: PROMISE_DIMENSIONS,
    decimals: 2,
    formula: { form: "ratio", of: decided(BAD_OF_POLICY), over: decided(ALLOWED) },
  },
  {
    id: "sla_minutes_over",
    title: "Minutes beyond the limit",
    meaning: "How long runs went on beyond their limit, in working minutes.",
    unit: "minutes",
    formulaWords:
      "Sum over the broken promises decided in the range of what the SLA clock shows at the end, or as of now, beyond the limit.",
    moment: "DECIDED",
    better: "LOWER",
    dimensions: PROMISE_DIMENSIONS,
    decimals: 1,
    formula: { form: "sum", of: [decided(`sum(${OVER}) / 60000`)] },
  },
  {
    id: "apdex",
    title: "Apdex",
    meaning:
      "Satisfaction between 0 and 1: runs within their limit count fully, those within four times the limit half.",
    unit: "ratio",
    formulaWords:
      "(Kept + succeeded within 4 x limit / 2) / decided in the range, excluded ones left out; failures and what the source calls broken count nothing.",
    moment: "DECIDED",
    better: "HIGHER",
    dimensions: PROMISE_DIMENSIONS,
    decimals: 3,
    formula: {
      form: "ratio",
      of: decided(`sum(multiIf(${SATISFIED}, 1, ${TOLERATING}, 0.5, 0))`),
      over: decided("countIf(promise_state != 'excluded')"),
    },
    needsCoverage: true,
  },
];
