import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** RUN_DIMENSIONS is what runs can be grouped by. */
export const RUN_DIMENSIONS: readonly Dimension[] = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "SYSTEM",
  "WORKFLOW",
  "WORKFLOW_VERSION",
  "CHANGE",
  "OUTCOME",
  "ERROR_CLASS",
  "CURRENCY",
];

const started = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "started_at", sql });
const finished = (sql: string): FlowTerm => ({ form: "flow", source: "run", at: "finished_at", sql });

const share = (
  entry: Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "better">,
  condition: string,
): MetricDefinition => ({
  ...entry,
  unit: "ratio",
  moment: "FINISHED",
  dimensions: RUN_DIMENSIONS,
  decimals: 4,
  formula: { form: "ratio", of: finished(`countIf(${condition})`), over: finished("count()") },
});

const duration = (percent: 50 | 95 | 99, title: string): MetricDefinition => ({
  id: `duration_p${percent}`,
  title,
  meaning: `${percent} of 100 finished runs took at most this long.`,
  unit: "seconds",
  formulaWords: `Percentile ${percent}, interpolated, of end - start of the runs that ended in the range and have a start.`,
  moment: "FINISHED",
  better: "LOWER",
  dimensions: RUN_DIMENSIONS,
  decimals: 2,
  formula: {
    form: "figure",
    figure: finished(`quantileExactInclusiveOrNullIf(${percent / 100})(duration_seconds, has_start)`),
    sample: finished("countIf(has_start)"),
  },
});

/** RUN_METRICS: how many runs there are and how they end. */
export const RUN_METRICS: readonly MetricDefinition[] = [
  {
    id: "runs_started",
    title: "Runs started",
    meaning: "How many runs began.",
    unit: "count",
    formulaWords: "Number of runs whose start lies in the range.",
    moment: "STARTED",
    better: "NEITHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [started("count()")] },
  },
  {
    id: "runs_finished",
    title: "Runs finished",
    meaning: "How many runs ended, however they ended.",
    unit: "count",
    formulaWords: "Number of runs whose end lies in the range.",
    moment: "FINISHED",
    better: "NEITHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [finished("count()")] },
  },
  {
    id: "runs_open",
    title: "Open runs",
    meaning: "How many runs had begun and not ended at the end of the range.",
    unit: "count",
    formulaWords: "Number of runs with start before and no end before the instant.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [{ form: "span", source: "run", enter: "started_ms", leave: "finished_ms" }] },
  },
  share(
    {
      id: "success_rate",
      title: "Success rate",
      meaning: "Share of finished runs that succeeded.",
      formulaWords: "Succeeded / finished, of the runs that ended in the range.",
      better: "HIGHER",
    },
    "outcome = 'succeeded'",
  ),
  share(
    {
      id: "failure_rate",
      title: "Failure rate",
      meaning: "Share of finished runs that failed or were dead-lettered.",
      formulaWords: "(Failed + dead-lettered) / finished, of the runs that ended in the range.",
      better: "LOWER",
    },
    "outcome IN ('failed', 'dead_lettered')",
  ),
  share(
    {
      id: "first_pass_rate",
      title: "First-pass rate",
      meaning: "Share of finished runs that succeeded at the first attempt.",
      formulaWords: "Succeeded with one attempt / finished, of the runs that ended in the range.",
      better: "HIGHER",
    },
    "outcome = 'succeeded' AND attempts <= 1",
  ),
  share(
    {
      id: "retry_rate",
      title: "Retry rate",
      meaning: "Share of finished runs that needed more than one attempt.",
      formulaWords: "Finished with more than one attempt / finished.",
      better: "LOWER",
    },
    "attempts > 1",
  ),
  share(
    {
      id: "dead_letter_rate",
      title: "Dead-letter rate",
      meaning: "Share of finished runs that were given up into a dead-letter queue.",
      formulaWords: "Dead-lettered / finished.",
      better: "LOWER",
    },
    "outcome = 'dead_lettered'",
  ),
  share(
    {
      id: "compensation_rate",
      title: "Compensation rate",
      meaning: "Share of finished runs that had to be undone.",
      formulaWords: "Compensated / finished.",
      better: "LOWER",
    },
    "outcome = 'compensated'",
  ),
  share(
    {
      id: "automation_rate",
      title: "Automation rate",
      meaning: "Share of finished runs that no person had to touch.",
      formulaWords: "1 - human-touched / finished.",
      better: "HIGHER",
    },
    "NOT human_touched",
  ),
  {
    id: "retries",
    title: "Retries",
    meaning: "How many extra attempts finished runs needed.",
    unit: "count",
    formulaWords: "Sum of (attempts - 1) over the runs that ended in the range.",
    moment: "FINISHED",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [finished("sum(if(attempts > 1, attempts - 1, 0))")] },
  },
  {
    id: "unmatched_answers",
    title: "Answers nothing waited for",
    meaning: "How many obligations were answered without ever having been opened, such as a posting without its order.",
    unit: "count",
    formulaWords: "Number of runs of expectation rules that were answered in the range and have no start.",
    moment: "FINISHED",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [finished("countIf(answers > 0 AND NOT has_start)")] },
  },
  duration(50, "Typical duration"),
  duration(95, "Slow duration"),
  duration(99, "Slowest duration"),
];
