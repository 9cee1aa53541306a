/** RollupColumn is one count of a cell: the same words as the formula of the catalogue that it answers. */
export interface RollupColumn {
  readonly column: string;
  readonly sql: string;
}

/**
 * RollupScan counts the rows of a table whose instant `at` lies in an hour. `moment` is the instant that formulas name: a promise is
 * decided by an end or by a deadline, which are two scans, so that each finds its rows by an index of its own.
 */
export interface RollupScan {
  readonly source: "run" | "exception";
  readonly at: "started_at" | "finished_at" | "deadline_at" | "sla_due_at" | "raised_at" | "resolved_at";
  readonly moment: string;
  /** Which of the rows count; absent = all. */
  readonly where?: string;
  readonly columns: readonly RollupColumn[];
  /** Column that keeps the newest end of the runs of a cell; absent where nothing depends on which runs have ended. */
  readonly endColumn?: string;
}

/** ROLLUP_KEYS are the dimensions of a cell, besides its tenant and hour. A region is the registry's and follows from the store. */
export const ROLLUP_KEYS = ["client", "store", "workflow", "channel", "partner", "brand", "source"] as const;

const DECIDED: readonly RollupColumn[] = [
  { column: "decided", sql: "count()" },
  { column: "decided_met", sql: "countIf(promise_state = 'met')" },
  { column: "decided_breached", sql: "countIf(promise_state = 'breached')" },
  { column: "decided_excluded", sql: "countIf(promise_state = 'excluded')" },
  { column: "decided_judged", sql: "countIf(promise_state != 'excluded')" },
];

/** ROLLUP_SCANS is everything that is counted by hour. A formula that is written as one of these is answered from the counts. */
export const ROLLUP_SCANS: readonly RollupScan[] = [
  {
    source: "run",
    at: "started_at",
    moment: "started_at",
    endColumn: "started_end",
    columns: [
      { column: "started", sql: "count()" },
      { column: "started_applied", sql: "countIf(target != '' AND has_ended AND outcome = 'succeeded')" },
      { column: "started_targets", sql: "countIf(target != '' AND NOT is_cancelled_in_time)" },
    ],
  },
  {
    source: "run",
    at: "finished_at",
    moment: "finished_at",
    columns: [
      { column: "finished", sql: "count()" },
      { column: "finished_succeeded", sql: "countIf(outcome = 'succeeded')" },
      { column: "finished_failed", sql: "countIf(outcome IN ('failed', 'dead_lettered'))" },
      { column: "finished_first", sql: "countIf(outcome = 'succeeded' AND attempts <= 1)" },
      { column: "finished_retried", sql: "countIf(attempts > 1)" },
      { column: "finished_dead", sql: "countIf(outcome = 'dead_lettered')" },
      { column: "finished_undone", sql: "countIf(outcome = 'compensated')" },
      { column: "finished_untouched", sql: "countIf(NOT human_touched)" },
      { column: "finished_retries", sql: "sum(if(attempts > 1, attempts - 1, 0))" },
      { column: "finished_unmatched", sql: "countIf(answers > 0 AND NOT has_start)" },
      { column: "finished_timed", sql: "countIf(has_start)" },
    ],
  },
  {
    source: "run",
    at: "deadline_at",
    moment: "deadline_at",
    endColumn: "due_end",
    columns: [
      { column: "due", sql: "count()" },
      { column: "due_on_time", sql: "countIf(outcome = 'succeeded' AND finished_at <= deadline_at)" },
      { column: "due_valid", sql: "countIf(NOT is_cancelled_in_time)" },
      { column: "due_late", sql: "countIf(is_late)" },
    ],
  },
  {
    source: "run",
    at: "finished_at",
    moment: "decided_at",
    endColumn: "decided_end",
    where: "has_promise AND finished_at <= sla_due_at",
    columns: DECIDED,
  },
  {
    source: "run",
    at: "sla_due_at",
    moment: "decided_at",
    endColumn: "decided_end",
    where: "has_promise AND sla_due_at < finished_at",
    columns: DECIDED,
  },
  {
    source: "exception",
    at: "raised_at",
    moment: "raised_at",
    columns: [{ column: "raised", sql: "count()" }],
  },
  {
    source: "exception",
    at: "resolved_at",
    moment: "resolved_at",
    columns: [{ column: "resolved", sql: "count()" }],
  },
];
