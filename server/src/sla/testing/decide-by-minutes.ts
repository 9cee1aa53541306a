import { DateTime } from "luxon";

const MINUTE = 60_000;
const HORIZON_MINUTES = 9 * 1_440;

/** MinuteRun is a run on whole minutes, with what is promised of it said in words rather than by any code of the product. */
export interface MinuteRun {
  readonly id: string;
  readonly client: string;
  readonly store: string;
  readonly workflow: string;
  readonly startedMs: number;
  readonly dueMs: number | undefined;
  readonly finishedMs: number | undefined;
  readonly outcome: string;
  readonly promise: string;
  readonly pauses: readonly { readonly fromMs: number; readonly toMs: number; readonly reason: string }[];
}

/** LocalMinute is what a clock and a wall calendar in Berlin show. */
export interface LocalMinute {
  readonly weekday: number;
  readonly minuteOfDay: number;
  readonly date: string | null;
}

/** MinutePromise is the limit of a run and when its clock stands still. */
export interface MinutePromise {
  readonly policy: string;
  readonly limitMinutes: number;
  readonly target: number;
  readonly isClosed: (local: LocalMinute) => boolean;
}

/** MinuteVerdict is what became of a promise. */
export interface MinuteVerdict {
  readonly decidedMs: number;
  readonly dueMs: number;
  readonly state: "met" | "breached" | "overdue" | "excluded" | "none";
  readonly minutesOver: number;
  readonly isTolerating: boolean;
  readonly isAtRisk: boolean;
}

/** decideByMinutes looks at every minute of a run in turn: is the clock on the wall within opening hours, and does nothing stop it? */
export function decideByMinutes(run: MinuteRun, promise: MinutePromise | undefined, asOfMs: number): MinuteVerdict {
  const endMs = Math.min(run.finishedMs ?? Infinity, asOfMs);
  const dueMs = promise === undefined ? (run.dueMs ?? Infinity) : findDue(run, promise);
  const hasEnded = run.finishedMs !== undefined && run.finishedMs < asOfMs;
  const isInTime = (run.finishedMs ?? Infinity) <= dueMs;
  const limit = promise?.limitMinutes ?? ((run.dueMs ?? run.startedMs) - run.startedMs) / MINUTE;
  const clock = promise === undefined ? (endMs - run.startedMs) / MINUTE : countMinutes(run, promise, endMs);
  const hasPromise = promise !== undefined || run.dueMs !== undefined || run.promise !== "";
  const state = !hasPromise ? "none" : decideState(run, hasEnded, isInTime);
  const isBad = state === "breached" || state === "overdue";
  return {
    decidedMs: Math.min(run.finishedMs ?? Infinity, dueMs),
    dueMs,
    state,
    minutesOver: isBad && limit > 0 ? Math.max(0, clock - limit) : 0,
    isTolerating:
      state === "breached" && run.promise === "" && run.outcome === "succeeded" && limit > 0 && clock <= 4 * limit,
    isAtRisk: !hasEnded && dueMs !== Infinity && dueMs >= asOfMs && clock * 5 >= limit * 4,
  };
}

function decideState({ promise, outcome }: MinuteRun, hasEnded: boolean, isInTime: boolean): MinuteVerdict["state"] {
  if (!hasEnded) return "overdue";
  if (promise !== "") return promise === "kept" ? "met" : "breached";
  if (outcome === "succeeded" && isInTime) return "met";
  return outcome === "cancelled" && isInTime ? "excluded" : "breached";
}

/** The minute at whose beginning the limit is used up and the clock goes on. */
function findDue(run: MinuteRun, promise: MinutePromise): number {
  let left = promise.limitMinutes;
  for (let minute = 0; minute < HORIZON_MINUTES; minute += 1) {
    const at = run.startedMs + minute * MINUTE;
    if (!isRunning(run, promise, at)) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return Infinity;
}

function countMinutes(run: MinuteRun, promise: MinutePromise, endMs: number): number {
  let count = 0;
  for (let at = run.startedMs; at < endMs; at += MINUTE) if (isRunning(run, promise, at)) count += 1;
  return count;
}

function isRunning({ pauses }: MinuteRun, { isClosed }: MinutePromise, at: number): boolean {
  if (pauses.some(({ fromMs, toMs }) => fromMs <= at && at < toMs)) return false;
  return !isClosed(readLocal(at));
}

const known = new Map<number, LocalMinute>();

function readLocal(at: number): LocalMinute {
  const found = known.get(at);
  if (found !== undefined) return found;
  const local = DateTime.fromMillis(at, { zone: "Europe/Berlin" });
  const minute = { weekday: local.weekday, minuteOfDay: local.hour * 60 + local.minute, date: local.toISODate() };
  known.set(at, minute);
  return minute;
}
