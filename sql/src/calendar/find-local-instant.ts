import { DateTime, type IANAZone } from "luxon";

const DAY_MS = 86_400_000;

/**
 * findLocalInstant returns when the clocks of a zone show `time` ("HH:MM", "24:00" = midnight at its end) on a local date. A time that
 * clocks show twice is the `first` or `last` of the two; one that they jump over is the instant of the jump.
 */
export function findLocalInstant(
  date: DateTime<true>,
  time: string,
  options: { zone: IANAZone; which: "first" | "last" },
): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const day = hour === 24 ? date.plus({ days: 1 }) : date;
  const asked = { year: day.year, month: day.month, day: day.day, hour: hour % 24, minute };
  const found = DateTime.fromObject(asked, { zone: options.zone });
  if (found.hour !== asked.hour || found.minute !== asked.minute || found.day !== asked.day)
    return findJump(found.toMillis(), options.zone);
  const instants = found.getPossibleOffsets().map((each) => each.toMillis());
  return options.which === "first" ? Math.min(...instants) : Math.max(...instants);
}

/** Clocks do not jump twice within a day: the first instant with the offset that holds afterwards is the jump. */
function findJump(afterMs: number, zone: IANAZone): number {
  const offset = zone.offset(afterMs);
  let before = afterMs - DAY_MS;
  let after = afterMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}
