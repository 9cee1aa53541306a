import type { Pair } from "../report/variant-row.js";

/** ComparedRow is what every row of a comparison has; b counts only where enough peers are behind it (told). */
export interface ComparedRow {
  readonly peers: number;
  readonly a_cases: number;
  readonly b_cases: number;
  readonly told_cases: number;
}

/** ComparedVariantRow is a row of `compileComparedVariants`. */
export interface ComparedVariantRow extends ComparedRow {
  readonly is_total: 0 | 1;
  readonly tied_cases: number;
  readonly steps: readonly string[];
  readonly path_length: number;
  /** Peers with a case whose start is known. */
  readonly duration_peers: number;
  readonly a_durations: Pair;
  readonly b_durations: Pair;
  readonly all_told_cases: number;
}

/** ComparedStepRow is a row of `compileComparedSteps`. */
export interface ComparedStepRow extends ComparedRow {
  readonly step: string;
  readonly a_times: number;
  readonly b_times: number;
  readonly a_work: Pair;
  readonly b_work: Pair;
  /** Peers that did it after another step. */
  readonly wait_peers: number;
  readonly a_wait: Pair;
  readonly b_wait: Pair;
}

/** ComparedEdgeRow is a row of `compileComparedEdges`. */
export interface ComparedEdgeRow extends ComparedRow {
  readonly from_step: string;
  readonly to_step: string;
  readonly a_duration: Pair;
  readonly b_duration: Pair;
  readonly all_a_cases: number;
  readonly all_told_cases: number;
}
