import type { PlannedPage, Replay, ReplayCounts, ReplayCursor, ReplayProgress } from "@watchfloor/sql";
import { addCounts } from "./add-counts.js";
import type { PageQuestion } from "./pages/page-question.js";
import type { ReplayPage } from "./pages/replay-page.js";
import type { ReplayDoor } from "./replay-door.js";

/** ReplayWork is what the pages of a replay are worked through with. */
export interface ReplayWork {
  readonly read: (question: PageQuestion) => Promise<ReplayPage | undefined>;
  readonly door: Pick<ReplayDoor, "put">;
  /** Writes progress down; false when the replay is no longer in these hands. */
  readonly save: (progress: ReplayProgress) => Promise<boolean>;
  /** Ends the work between two pages: the process closes, the claim was lost, or it is another one's turn. */
  readonly signal: AbortSignal;
  readonly isTurnOver: () => boolean;
}

/**
 * replayPages works through a replay from where it was left: true when it is through, false when something else comes first. A page is
 * planned before it is stored and counted after: a process that ends in between leaves nothing that the next one does not repeat without
 * effect, and the counts are those of one that did not end.
 */
export async function replayPages(replay: Replay, work: ReplayWork): Promise<boolean> {
  let { cursor, planned } = replay;
  let counts: ReplayCounts = replay;
  while (!work.signal.aborted && !work.isTurnOver()) {
    const page = await work.read({ replay, after: cursor, until: planned?.end });
    const next = choosePlan(page, planned);
    if (next === undefined) return true;
    if (page !== undefined) {
      if (!(await work.save({ planned: next }))) return false;
      if (!(await work.door.put(page, work.signal))) return false;
    }
    const saved = await work.save({ ...pickProgress(counts, next), planned: null });
    if (!saved) return false;
    counts = addCounts(counts, next.counts);
    cursor = next.end;
    planned = null;
  }
  return false;
}

/** Of a page that was begun before, rows that were accepted are not found again: it counts as it was planned. */
function choosePlan(page: ReplayPage | undefined, planned: PlannedPage | null): PlannedPage | undefined {
  if (page === undefined) return planned ?? undefined;
  const { end, counts } = page;
  const isShorter = planned !== null && isSame(planned.end, end) && planned.counts.read > counts.read;
  return isShorter ? planned : { end, counts };
}

function isSame(left: ReplayCursor, right: ReplayCursor): boolean {
  return left.day === right.day && left.key.every((value, index) => value === right.key[index]);
}

function pickProgress(before: ReplayCounts, { end, counts }: PlannedPage): ReplayProgress {
  return { cursor: end, ...addCounts(before, counts) };
}
