/** PreparedValue is what a detector scores, and what it stands for. */
export interface PreparedValue {
  /** On the scale of the detector. */
  readonly value: number;
  /** As people read it: a count of 15 minutes, a rate of 30 minutes, a gauge as it is. */
  readonly shown: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}
