import type { EdgeRow } from "./edge-row.js";
import type { StepRow } from "./step-row.js";
import { buildSeconds } from "./shape-variant-overview.js";
import type { Edge, StepFigures } from "./variant-report.js";

/** shapeEdges turns rows into edges, those of most cases first. */
export function shapeEdges(rows: readonly EdgeRow[]): Edge[] {
  return rows.map((row) => ({
    from: row.from_step,
    to: row.to_step,
    count: row.times,
    durationP50: buildSeconds(row.duration[0]),
    durationP95: buildSeconds(row.duration[1]),
  }));
}

/**
 * shapeSteps turns rows into figures of steps. `share` is of the time of the runs that did the step, `shareOfAll` of the time of all
 * cases (`elapsedMs`); the bottleneck is the step with the largest share of all.
 */
export function shapeSteps(rows: readonly StepRow[], elapsedMs: number): StepFigures[] {
  const divide = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const largest = Math.max(...rows.map((row) => row.work_of_started));
  const bottleneck = largest > 0 ? rows.find((row) => row.work_of_started === largest) : undefined;
  return rows.map((row) => ({
    step: row.step,
    times: row.times,
    cases: row.runs,
    failures: row.failures,
    failureRate: divide(row.failures, row.times),
    reworkedCases: row.reworked_runs,
    repeats: row.times - row.runs,
    starts: row.starts,
    ends: row.ends,
    workP50: buildSeconds(row.work[0]),
    workP95: buildSeconds(row.work[1]),
    workTotal: row.work_total / 1000,
    waitP50: buildSeconds(row.wait[0]),
    waitP95: buildSeconds(row.wait[1]),
    share: divide(row.work_of_started, row.elapsed),
    shareOfAll: divide(row.work_of_started, elapsedMs),
    isBottleneck: row === bottleneck,
  }));
}
