import type { ReplayCounts } from "./replay-counts.js";
import type { ReplayCursor } from "./replay-cursor.js";

/**
 * PlannedPage is a page that was begun: where it ends and what it counts. Rows that were accepted are not found again after the process
 * has ended; with this they are counted all the same.
 */
export interface PlannedPage {
  readonly end: ReplayCursor;
  readonly counts: ReplayCounts;
}
