import { findLocalInstant, type OpeningInterval, type StoredCorrection } from "@watchfloor/sql";
import { DateTime, IANAZone } from "luxon";
import rrule from "rrule";

const DAY_MS = 86_400_000;

/** CorrectionTime is the part of a correction that says when. */
export type CorrectionTime = Pick<StoredCorrection, "from" | "to" | "recurrence" | "timeZone">;

/**
 * expandCorrection returns when a correction holds within [fromMs, toMs), sorted, in epoch milliseconds. A recurrence (RFC 5545) goes by the
 * clocks of its zone: each time begins when they show the time at which the first began and lasts as long as the first did. A time that
 * clocks jump over begins at the jump, one that they show twice at the first.
 */
export function expandCorrection(
  correction: CorrectionTime,
  range: { fromMs: number; toMs: number },
): OpeningInterval[] {
  const [firstMs, lengthMs] = [correction.from.getTime(), correction.to.getTime() - correction.from.getTime()];
  const starts = correction.recurrence === "" ? [firstMs] : listStarts(correction, range, lengthMs);
  return starts
    .map((fromMs) => ({ fromMs: Math.max(fromMs, range.fromMs), toMs: Math.min(fromMs + lengthMs, range.toMs) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The library knows no time zones here: it counts days of a clock that never changes, and each is then looked up in the zone. */
function listStarts(correction: CorrectionTime, range: { fromMs: number; toMs: number }, lengthMs: number): number[] {
  const zone = IANAZone.create(correction.timeZone);
  const first = DateTime.fromJSDate(correction.from, { zone });
  const { until, ...options } = rrule.RRule.parseString(correction.recurrence);
  const isInstant = /UNTIL=[^;]*Z/i.test(correction.recurrence);
  const rule = new rrule.RRule({
    ...options,
    dtstart: keepLocal(first),
    ...(until == null ? {} : { until: isInstant ? keepLocal(DateTime.fromJSDate(until, { zone })) : until }),
  });
  const found = rule.between(new Date(range.fromMs - lengthMs - DAY_MS), new Date(range.toMs + DAY_MS), true);
  return found.flatMap((at) => {
    const local = DateTime.fromJSDate(at, { zone: "UTC" });
    if (!local.isValid) return [];
    const restMs = at.getTime() % 60_000;
    return [findLocalInstant(local.startOf("day"), local.toFormat("HH:mm"), { zone, which: "first" }) + restMs];
  });
}

/** The same clock time in UTC. */
function keepLocal(at: DateTime): Date {
  return at.setZone("UTC", { keepLocalTime: true }).toJSDate();
}
