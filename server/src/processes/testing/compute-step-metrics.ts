import type { LoggedRun, LoggedStep } from "./build-process-log.js";
import { orderRun, percentile } from "./compute-process.js";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** computeStepMetrics computes the metrics of each step from the log, as METRICS has them in words; null = no sample. */
export function computeStepMetrics(log: readonly LoggedRun[], { from, to }: Range, step: string) {
  const rows = log.filter(isNamed).flatMap((run) => {
    const known = { ...run, steps: run.steps.filter(({ ended }) => ended < to) };
    const { steps } = orderRun(known, false);
    return steps.map((each, place) => ({ run, step: each, before: steps[place - 1], isFirst: isFirst(steps, place) }));
  });
  const own = rows.filter((row) => row.step.step === step && row.step.ended >= from && row.step.ended < to);
  const work = own.map((row) => readSeconds(row.step));
  const waits = own.flatMap(({ step: each, before }) =>
    before === undefined ? [] : [Math.max(0, each.begun - before.ended) / 1000],
  );
  const ended = own.filter(({ run }) => run.started !== undefined && run.finished !== undefined && run.finished < to);
  const elapsed = ended
    .filter((row) => row.isFirst)
    .reduce((sum, { run }) => sum + ((run.finished ?? 0) - (run.started ?? 0)) / 1000, 0);
  const worked = ended.reduce((sum, row) => sum + readSeconds(row.step), 0);
  return {
    step_work_p95: percentile(work, 0.95),
    step_wait_p95: percentile(waits, 0.95),
    step_share: elapsed === 0 ? null : worked / elapsed,
    step_failure_rate: own.length === 0 ? null : own.filter((row) => row.step.hasFailed).length / own.length,
  };
}

/** computeTraceCompleteness is complete / ended correlations of the runs of workflows that declare steps. */
export function computeTraceCompleteness(
  log: readonly LoggedRun[],
  { from, to }: Range,
  required: (run: LoggedRun) => readonly string[] | undefined,
): { numerator: number; denominator: number } {
  const groups = new Map<string, LoggedRun[]>();
  for (const run of log) {
    if (required(run) === undefined || (run.started ?? 0) >= to) continue;
    const key = JSON.stringify([run.client, run.workflow, run.correlation, run.correlation === "" ? run.run : ""]);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const ended = [...groups.values()].filter((runs) => {
    const last = Math.max(...runs.map(({ finished }) => finished ?? Infinity));
    return last >= from && last < to;
  });
  const isComplete = (runs: readonly LoggedRun[]) => {
    const done = new Set(
      runs.filter(isNamed).flatMap((run) => run.steps.filter((step) => step.ended < to).map(({ step }) => step)),
    );
    const [first] = runs;
    return first !== undefined && (required(first) ?? []).every((step) => done.has(step));
  };
  return { numerator: ended.filter(isComplete).length, denominator: ended.length };
}

/** Steps of a trace whose root span has not come belong to no workflow yet. */
function isNamed(run: LoggedRun): boolean {
  return run.trace === "" || run.finished !== undefined;
}

function isFirst(steps: readonly LoggedStep[], place: number): boolean {
  return steps.findIndex(({ step }) => step === steps[place]?.step) === place;
}

function readSeconds(step: LoggedStep): number {
  return (step.ended - step.begun) / 1000;
}
