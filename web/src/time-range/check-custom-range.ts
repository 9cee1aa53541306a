import { DateTime } from "luxon";
import type { TimeRange } from "./time-range.js";

/** CustomRangeVerdict is the range two typed local times mean, or why they mean none. */
export type CustomRangeVerdict =
  | { readonly ok: true; readonly range: TimeRange }
  | { readonly ok: false; readonly reason: "incomplete" | "backwards" | "too_long" };

const longestDays = 800;

/** checkCustomRange reads two local times of a zone (as a datetime-local field gives them) as a half-open range. */
export function checkCustomRange(fromText: string, toText: string, timeZone: string): CustomRangeVerdict {
  const from = DateTime.fromISO(fromText, { zone: timeZone });
  const to = DateTime.fromISO(toText, { zone: timeZone });
  if (!from.isValid || !to.isValid) return { ok: false, reason: "incomplete" };
  if (from >= to) return { ok: false, reason: "backwards" };
  if (to.diff(from, "days").days > longestDays) return { ok: false, reason: "too_long" };
  const text = (at: DateTime): string => at.toUTC().toJSDate().toISOString();
  return { ok: true, range: { kind: "fixed", from: text(from), to: text(to) } };
}
