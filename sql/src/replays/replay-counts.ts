/**
 * ReplayCounts is what became of what was read: `read` rows, of which events were `accepted` or known already (`duplicates`), and
 * `rejected` rows that are refused still.
 */
export interface ReplayCounts {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}
