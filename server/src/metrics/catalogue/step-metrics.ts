import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

const PLACES: readonly Dimension[] = [
  ...(["CLIENT", "BRAND", "REGION", "STORE", "CHANNEL", "PARTNER", "SOURCE", "WORKFLOW"] as const),
];
const STEP_DIMENSIONS: readonly Dimension[] = [...PLACES, "SYSTEM", "STEP", "ERROR_CLASS"];

const recorded = (sql: string): FlowTerm => ({ form: "flow", source: "step", at: "finished_at", sql });
const ended = (sql: string): FlowTerm => ({ form: "flow", source: "correlation", at: "finished_at", sql });

const perStep = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "unit" | "formulaWords" | "decimals" | "formula">,
): MetricDefinition => ({
  ...entry,
  moment: "RECORDED",
  better: "LOWER",
  dimensions: STEP_DIMENSIONS,
  splitBy: ["STEP"],
});

/** STEP_METRICS: where the time of runs goes and which of their steps fail, each step by itself; and whether all of them were heard of. */
export const STEP_METRICS: readonly MetricDefinition[] = [
  perStep({
    id: "step_work_p95",
    title: "Slow steps",
    meaning: "95 of 100 times the step took at most this long.",
    unit: "seconds",
    formulaWords: "Percentile 95, interpolated, of end - start of the steps that ended in the range.",
    decimals: 2,
    formula: {
      form: "figure",
      figure: recorded("quantileExactInclusiveOrNull(0.95)(work_seconds)"),
      sample: recorded("count()"),
    },
  }),
  perStep({
    id: "step_wait_p95",
    title: "Waiting before a step",
    meaning: "95 of 100 times the step began at most so long after the step before it had ended.",
    unit: "seconds",
    formulaWords:
      "Percentile 95, interpolated, of start - end of the previous step of the run, 0 where they overlap, of the steps that ended in the range and have a previous one.",
    decimals: 2,
    formula: {
      form: "figure",
      figure: recorded("quantileExactInclusiveOrNullIf(0.95)(wait_ms / 1000, has_previous)"),
      sample: recorded("countIf(has_previous)"),
    },
  }),
  perStep({
    id: "step_share",
    title: "Share of a step",
    meaning: "How much of the time of its runs the step took; the largest is the bottleneck.",
    unit: "ratio",
    formulaWords:
      "Sum of end - start of the step / sum of end - start of the runs that did it, each run once, of the steps that ended in the range and whose runs have ended. Steps side by side may add up to more than 1.",
    decimals: 4,
    formula: {
      form: "ratio",
      of: recorded("sumIf(work_seconds, has_elapsed)"),
      over: recorded("sumIf(elapsed_seconds, has_elapsed AND is_first)"),
    },
  }),
  perStep({
    id: "step_failure_rate",
    title: "Failing steps",
    meaning: "Share of the times the step failed.",
    unit: "ratio",
    formulaWords: "Failed or dead-lettered / all of the steps that ended in the range.",
    decimals: 4,
    formula: { form: "ratio", of: recorded("countIf(has_failed)"), over: recorded("count()") },
  }),
  {
    id: "trace_completeness",
    title: "Complete traces",
    meaning: "Share of correlations of which every step was heard that their workflow declares.",
    unit: "ratio",
    formulaWords:
      "Correlations whose runs of a workflow did all of its required steps / correlations whose last run of the workflow ended in the range. Only workflows that declare steps; a run without correlation is one by itself.",
    moment: "FINISHED",
    better: "HIGHER",
    dimensions: PLACES,
    decimals: 4,
    formula: { form: "ratio", of: ended("countIf(is_complete)"), over: ended("count()") },
  },
];
