/**
 * RunPath keeps runs of one workflow that ended in the range and went a certain way, as `variants` counts them: by all their steps, by
 * two that followed each other directly, or by one that was done, left out or done again. Everything named must be true.
 */
export interface RunPath {
  readonly workflow: string;
  /** All steps in their order; an empty list = none. */
  readonly steps?: readonly string[] | null;
  /** Two steps of which the second directly followed the first. */
  readonly edge?: { readonly from: string; readonly to: string } | null;
  readonly has?: string | null;
  readonly lacks?: string | null;
  readonly repeats?: string | null;
  /** Whether equal steps in a row are one. */
  readonly mergeRepeats?: boolean | null;
}
