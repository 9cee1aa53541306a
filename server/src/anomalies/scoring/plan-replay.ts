import { SLOT_MS } from "./local-slot.js";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
/** What a state is made of: six weeks before its Monday. */
const REPLAY_MS = 42 * DAY_MS;
/** Thresholds are chosen from the four weeks before their Monday. */
const CALIBRATE_MS = 28 * DAY_MS;
/** A replay tells nothing of its first week, in which it still learns: the pass over older history does. */
const LEARN_MS = 7 * DAY_MS;
/** Before the first slot of a stretch, so much nothing is scored that no sum reaches over the silence. */
const LEAD_MS = 6 * SLOT_MS;

/** ReplayPlan is what must be read to know the state of a week: the same for every worker and however often it starts again. */
export interface ReplayPlan {
  /** Monday 00:00 UTC from which on thresholds hold. */
  readonly weekMs: number;
  readonly fromMs: number;
  readonly calibrateFromMs: number;
  /** From here on the replay tells what it finds; what is older is told by a pass over history. */
  readonly tellFromMs: number;
}

/** findWeek returns the Monday 00:00 UTC at or before an instant. */
export function findWeek(atMs: number): number {
  return Math.floor((atMs - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
}

/** findNextWeek returns the Monday after an instant. */
export function findNextWeek(atMs: number): number {
  return findWeek(atMs) + WEEK_MS;
}

/** planReplay plans the week of an instant, for a tenant whose first record lies in the slot of `historyFromMs`. */
export function planReplay(atMs: number, historyFromMs: number): ReplayPlan {
  const weekMs = findWeek(atMs);
  const fromMs = Math.max(weekMs - REPLAY_MS, historyFromMs);
  return {
    weekMs,
    fromMs,
    calibrateFromMs: weekMs - CALIBRATE_MS,
    tellFromMs: fromMs > historyFromMs ? fromMs + LEARN_MS : fromMs,
  };
}

/** joinDays returns the stretches of time that days (starts in epoch milliseconds, in order) cover within a range, each with a little nothing before it. */
export function joinDays(
  days: readonly number[],
  range: { fromMs: number; toMs: number },
): { fromMs: number; toMs: number }[] {
  const stretches: { fromMs: number; toMs: number }[] = [];
  for (const day of days) {
    const [fromMs, toMs] = [Math.max(day, range.fromMs), Math.min(day + DAY_MS, range.toMs)];
    if (fromMs >= toMs) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.toMs >= fromMs - DAY_MS / 2) stretches[stretches.length - 1] = { ...last, toMs };
    else stretches.push({ fromMs: fromMs - LEAD_MS, toMs });
  }
  return stretches;
}
