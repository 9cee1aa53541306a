import type { Labels } from "../instance/fingerprint-labels.js";

/** WindowFigure is what a metric was between two edges. */
export interface WindowFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** GroupFigures is one group with its figures, one for each pair of neighbouring edges. */
export interface GroupFigures {
  readonly labels: Labels;
  readonly windows: readonly WindowFigure[];
}

/** SlotFigures is everything a rule was answered for a slot. */
export interface SlotFigures {
  readonly now: readonly GroupFigures[];
  readonly before: readonly GroupFigures[];
  /** Whether anything came from the feeds of a group, so that nothing is 0. */
  readonly isHeard: (labels: Labels) => boolean;
  /** Whether something of a group is known to be missing still, so that there is no figure; undefined = of none. */
  readonly isBehind?: (labels: Labels) => boolean;
}

/** FoundSubject is what a reader of its own found at a slot: an anomaly that is going on, a launch that is near. */
export interface FoundSubject {
  readonly labels: Labels;
  readonly value: number;
  readonly evidence: Readonly<Record<string, unknown>>;
}
