import type { FoldPart } from "./fold-part.js";
import type { RunPartBody } from "./run-part-body.js";

/** An end whose start did not come within this time counts as out of sequence (CONTRACT 2.2). */
const GRACE_MS = 15 * 60_000;

/** UnorderedEnd is an end that came before its start; `isInTime` = the start came soon enough, so that it does not count. */
export interface UnorderedEnd {
  readonly end: FoldPart<RunPartBody>;
  readonly countsFromMs: number;
  readonly isInTime: boolean;
}

/**
 * findUnorderedEnds returns the ends of a run that came without a start, and those whose start is `news` and came in time after
 * all. Which was received first is not enough: of two replicas the one that got the start may be the later one to store it.
 * Parts of former releases do not know when they came.
 */
export function findUnorderedEnds(parts: readonly FoldPart<RunPartBody>[], news: readonly FoldPart[]): UnorderedEnd[] {
  let startCameMs = Infinity;
  for (const { body } of parts)
    if (body.startedAtMs !== undefined) startCameMs = Math.min(startCameMs, body.receivedAtMs ?? -Infinity);
  const isStartNews = news.some(({ body }) => (body as RunPartBody).startedAtMs !== undefined);
  const found: UnorderedEnd[] = [];
  for (const end of parts) {
    const { finish, startedAtMs, receivedAtMs } = end.body;
    if (finish === undefined || startedAtMs !== undefined || receivedAtMs === undefined) continue;
    const countsFromMs = receivedAtMs + GRACE_MS;
    const isInTime = startCameMs <= countsFromMs;
    if (!isInTime || isStartNews) found.push({ end, countsFromMs, isInTime });
  }
  return found;
}
