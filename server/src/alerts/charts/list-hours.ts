import { DateTime } from "luxon";

const MINUTE_MS = 60_000;
const STEPS_MINUTES = [5, 10, 15, 30, 60, 120, 180, 360, 720];
const MOST = 6;

/** HourMark is a round local time on the lower edge of a picture. */
export interface HourMark {
  readonly at: number;
  readonly text: string;
}

/** listHours gives at most six round local times in [from, to], epoch milliseconds, by the wall clock of a zone. */
export function listHours(fromMs: number, toMs: number, zone: string): HourMark[] {
  const minutes = (toMs - fromMs) / MINUTE_MS;
  const stepMs = (STEPS_MINUTES.find((step) => minutes / step <= MOST) ?? 1_440) * MINUTE_MS;
  const local = (at: number) => openLocal(at, zone);
  const marks: HourMark[] = [];
  const offsetMs = local(fromMs).offset * MINUTE_MS;
  for (let at = Math.ceil((fromMs + offsetMs) / stepMs) * stepMs - offsetMs; at <= toMs; at += stepMs)
    marks.push({ at, text: local(at).toFormat("HH:mm") });
  return marks;
}

/** renderClock writes an instant by the wall clock of a zone, such as "11:31". */
export function renderClock(at: number, zone: string): string {
  return openLocal(at, zone).toFormat("HH:mm");
}

/** renderDay writes the local day of an instant and the zone, such as "10 Apr 2026, Europe/Berlin (UTC+02:00)". */
export function renderDay(at: number, zone: string): string {
  const local = openLocal(at, zone);
  return `${local.toFormat("d LLL yyyy", { locale: "en" })}, ${local.zoneName ?? "UTC"} (UTC${local.toFormat("ZZ")})`;
}

/** A zone that nobody knows is shown in UTC, and says so. */
function openLocal(at: number, zone: string): DateTime {
  const local = DateTime.fromMillis(at, { zone });
  return local.isValid ? local : DateTime.fromMillis(at, { zone: "UTC" });
}
