import type { Pair } from "./variant-row.js";

/** StepRow is a row of `compileSteps`; times are milliseconds. */
export interface StepRow {
  readonly step: string;
  readonly times: number;
  readonly runs: number;
  readonly reworked_runs: number;
  readonly failures: number;
  readonly starts: number;
  readonly ends: number;
  readonly work: Pair;
  readonly work_total: number;
  readonly wait: Pair;
  readonly work_of_started: number;
  readonly elapsed: number;
  readonly row_count: number;
}
