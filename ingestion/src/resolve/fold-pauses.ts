import type { FoldPart } from "./fold-part.js";
import type { RunPartBody } from "./run-part-body.js";
import type { RunPause } from "./run-row.js";

/**
 * foldPauses pairs pauses and resumptions of a run by reason, from its parts in the order of (time, id). A second pause for a reason
 * that holds already, and a resumption of none, say nothing. What was not resumed ends with the run.
 */
export function foldPauses(
  ordered: readonly FoldPart<RunPartBody>[],
  finishedAtMs: number | undefined,
): readonly RunPause[] {
  const pauses: RunPause[] = [];
  const holding = new Map<string, number>();
  for (const { body, timeMs } of ordered) {
    if (body.pause === undefined) continue;
    const { reason, isEnd } = body.pause;
    const fromMs = holding.get(reason);
    if (!isEnd && fromMs === undefined) holding.set(reason, timeMs);
    if (!isEnd || fromMs === undefined) continue;
    holding.delete(reason);
    pauses.push({ fromMs, toMs: timeMs, reason });
  }
  for (const [reason, fromMs] of holding) pauses.push({ fromMs, toMs: undefined, reason });
  return pauses.flatMap((pause) => endWithRun(pause, finishedAtMs)).sort(comparePauses);
}

/** A pause that begins after the end of its run is none. */
function endWithRun(pause: RunPause, finishedAtMs: number | undefined): RunPause[] {
  if (finishedAtMs === undefined) return [pause];
  if (pause.fromMs >= finishedAtMs) return [];
  return [{ ...pause, toMs: Math.min(pause.toMs ?? finishedAtMs, finishedAtMs) }];
}

function comparePauses(left: RunPause, right: RunPause): number {
  return left.fromMs - right.fromMs || (left.reason < right.reason ? -1 : 1);
}
