import { DateTime } from "luxon";
import type { Interval } from "./time-range.js";

const hourMs = 3_600_000;
const steps = [5 / 60, 10 / 60, 15 / 60, 0.5, 1, 2, 3, 6, 12, 24, 48, 168, 336].map((hours) => hours * hourMs);

/** Ticks are the instants of an axis and the distance between them. */
export interface Ticks {
  readonly at: readonly number[];
  readonly stepMs: number;
}

/** chooseTicks picks round local times for an axis, at most `atMost` of them; days start at local midnight, also over a clock change. */
export function chooseTicks(interval: Interval, timeZone: string, atMost: number): Ticks {
  const from = interval.from.getTime();
  const to = interval.to.getTime();
  const stepMs = steps.find((step) => (to - from) / step <= atMost) ?? 720 * hourMs;
  const at: number[] = [];
  let day = DateTime.fromMillis(from, { zone: timeZone }).startOf("day");
  const dayStep = Math.max(1, Math.round(stepMs / (24 * hourMs)));
  while (day.toMillis() < to && at.length < 100) {
    const next = day.plus({ days: dayStep });
    addTicksOfDay(at, day, Math.min(next.toMillis(), to), { from, stepMs });
    day = next;
  }
  return { at, stepMs };
}

function addTicksOfDay(at: number[], day: DateTime, end: number, options: { from: number; stepMs: number }): void {
  if (options.stepMs >= 24 * hourMs) {
    if (day.toMillis() >= options.from) at.push(day.toMillis());
    return;
  }
  for (let tick = day; tick.toMillis() < end; tick = tick.plus({ milliseconds: options.stepMs })) {
    if (tick.toMillis() >= options.from) at.push(tick.toMillis());
  }
}
