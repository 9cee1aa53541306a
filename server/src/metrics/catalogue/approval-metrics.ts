import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import { agedRuns, ageWords } from "./age-metrics.js";
import { CHANGE_DIMENSIONS, launched } from "./promotion-metrics.js";
import { RUN_DIMENSIONS } from "./run-metrics.js";

const finished = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "finished_at", sql });
const due = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "deadline_at", sql });
const DUE_TASKS = due("countIf(kind = 'task' AND NOT is_cancelled_in_time)");
const IN_TIME = "kind = 'task' AND has_ended AND outcome = 'succeeded' AND finished_at <= deadline_at";

const latency = (percent: 50 | 95, title: string): MetricDefinition => ({
  ...{ id: `approval_latency_p${percent}`, title, unit: "seconds", moment: "INSTANT", better: "LOWER", decimals: 0 },
  meaning: `${percent} of 100 approvals, undecided ones included, took at most this long.`,
  formulaWords: ageWords(percent, "decided - requested of approvals decided in the range, superseded ones left out"),
  dimensions: RUN_DIMENSIONS,
  formula: {
    form: "figure",
    figure: agedRuns(
      `quantileExactInclusiveOrNullIf(${percent / 100})(age_seconds, kind = 'approval' AND (is_open OR NOT superseded))`,
    ),
    sample: agedRuns("countIf(kind = 'approval' AND (is_open OR NOT superseded))"),
  },
});

const share = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "better" | "moment">,
  of: FlowTerm,
  over: FlowTerm,
): MetricDefinition => ({
  ...entry,
  ...{ unit: "ratio", dimensions: RUN_DIMENSIONS, decimals: 4, formula: { form: "ratio", of, over } },
});

/** APPROVAL_METRICS: approvals from request to decision, tasks from due to done. */
export const APPROVAL_METRICS: readonly MetricDefinition[] = [
  latency(50, "Typical approval"),
  latency(95, "Slow approval"),
  {
    id: "approvals_pending",
    title: "Approvals pending",
    meaning: "How many approvals were requested and not decided at the end of the range.",
    unit: "count",
    formulaWords: "Approvals requested before and not decided before the instant.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "sum",
      of: [{ form: "span", source: "run", enter: "started_ms", leave: "if(kind = 'approval', finished_ms, 0)" }],
    },
  },
  share(
    {
      id: "approval_rejection_rate",
      title: "Approvals rejected",
      meaning: "Share of decided approvals that were turned down.",
      formulaWords:
        "Approvals that ended failed or cancelled / approvals decided in the range; superseded ones are out.",
      moment: "FINISHED",
      better: "LOWER",
    },
    finished("countIf(kind = 'approval' AND NOT superseded AND outcome IN ('failed', 'cancelled'))"),
    finished("countIf(kind = 'approval' AND NOT superseded)"),
  ),
  share(
    {
      id: "task_completion_rate",
      title: "Tasks done on time",
      meaning: "Share of the tasks due that were done by their deadline.",
      formulaWords: "Tasks done by their deadline / tasks due in the range; cancelled by the deadline are out.",
      moment: "DUE",
      better: "HIGHER",
    },
    due(`countIf(${IN_TIME})`),
    DUE_TASKS,
  ),
  share(
    {
      id: "task_evidence_rate",
      title: "Tasks done with evidence",
      meaning: "Share of the tasks due that were done by their deadline and proven.",
      formulaWords:
        "Tasks done by their deadline with evidence / tasks due in the range; cancelled by the deadline are out.",
      moment: "DUE",
      better: "HIGHER",
    },
    due(`countIf(${IN_TIME} AND evidence != '')`),
    DUE_TASKS,
  ),
  {
    id: "approval_to_live_p95",
    title: "Approval to live",
    meaning: "95 of 100 targets had an approved change at most this long after its approval.",
    unit: "seconds",
    formulaWords:
      "Percentile 95, interpolated, of applied - approved per target that has the change, of changes launched in the range; approved = end of the last approval that names the change.",
    moment: "DUE",
    better: "LOWER",
    dimensions: CHANGE_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "figure",
      figure: launched("quantileExactInclusiveArrayOrNullIf(0.95)(live_after_approval, is_approved)"),
      sample: launched("sumIf(length(live_after_approval), is_approved)"),
    },
  },
];
