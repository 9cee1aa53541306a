import type { Segment } from "./segment.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The newest days are told with starts, steps and ends; older ones with ends only, or a quarter would take 6 M events. */
const RECENT_DAYS = 7;

/** planHistory lists what a new demonstration sends before now: newest day first, so that screens fill from the right. */
export function planHistory(options: { nowMs: number; historyDays: number }): readonly Segment[] {
  const { nowMs, historyDays } = options;
  return splitByDay({ fromMs: nowMs - historyDays * DAY_MS, toMs: nowMs, nowMs });
}

/**
 * planGap lists what happened while the simulator was away. The hour it stopped in was told finely and is finished
 * finely, because an hour's sums are told once: coarsely or finely, never both.
 */
export function planGap(options: { stoppedMs: number; nowMs: number }): readonly Segment[] {
  const { stoppedMs, nowMs } = options;
  if (nowMs <= stoppedMs) return [];
  const nextHourMs = Math.min(nowMs, Math.ceil(stoppedMs / HOUR_MS) * HOUR_MS);
  const restOfHour: Segment[] = nextHourMs > stoppedMs ? [{ fromMs: stoppedMs, toMs: nextHourMs, detail: "live" }] : [];
  return [...splitByDay({ fromMs: nextHourMs, toMs: nowMs, nowMs }), ...restOfHour];
}

function splitByDay(options: { fromMs: number; toMs: number; nowMs: number }): readonly Segment[] {
  const { fromMs, toMs, nowMs } = options;
  const recentMs = nowMs - RECENT_DAYS * DAY_MS;
  const segments: Segment[] = [];
  for (let endMs = toMs; endMs > fromMs;) {
    const detail = endMs > recentMs ? "recent" : "old";
    const beginMs = Math.max(fromMs, detail === "recent" ? recentMs : fromMs, endMs - DAY_MS);
    segments.push({ fromMs: beginMs, toMs: endMs, detail });
    endMs = beginMs;
  }
  return segments;
}
