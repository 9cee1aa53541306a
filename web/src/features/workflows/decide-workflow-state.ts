import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { State } from "../../ui/state-shape.js";

/** WorkflowFacts is what the state of a workflow is decided from; null is "not known". */
export interface WorkflowFacts {
  readonly kept: number | null;
  /** Whether too little was measured to say how many promises were kept. */
  readonly isUnmeasured: boolean;
  readonly p95Seconds: number | null;
  readonly limitSeconds: number | null;
  readonly open: number;
  readonly overdue: number;
  readonly started: number;
  readonly coverage: number | null;
}

/** keptFloor: below it more than one promise in twenty was broken, which nobody calls a hiccup. */
const keptFloor = 0.95;
/** nearLimit is the share of the limit from which a run counts as at risk in the metric catalogue. */
const nearLimit = 0.8;
/** unmeasuredBelow is the coverage under which nothing is said of a workflow. */
const unmeasuredBelow = 0.5;

/** decideWorkflowState decides how a workflow stands and says why: late, at risk, no data or ok. */
export function decideWorkflowState(facts: WorkflowFacts): { state: State; reason: string } {
  const { kept, p95Seconds, limitSeconds, overdue, coverage } = facts;
  if (kept !== null && kept < keptFloor)
    return { state: "late", reason: `only ${formatRatio(kept)} of its promises were kept` };
  if (p95Seconds !== null && limitSeconds !== null && p95Seconds > limitSeconds) {
    return {
      state: "late",
      reason: `the slowest twentieth takes longer than the limit of ${formatDuration(limitSeconds)}`,
    };
  }
  if (coverage !== null && coverage < unmeasuredBelow)
    return { state: "none", reason: `only ${formatRatio(coverage)} of the time was measured` };
  if (facts.isUnmeasured)
    return { state: "none", reason: "insufficient data: too little was measured to judge its promises" };
  if (overdue > 0) return { state: "risk", reason: `${formatCount(overdue)} past their deadline` };
  if (p95Seconds !== null && limitSeconds !== null && p95Seconds >= nearLimit * limitSeconds) {
    return {
      state: "risk",
      reason: `the slowest twentieth needs more than 80 % of the limit of ${formatDuration(limitSeconds)}`,
    };
  }
  if (facts.started === 0 && facts.open === 0) return { state: "none", reason: "nothing ran in this range" };
  return { state: "ok", reason: "promises are kept and nothing is late" };
}
