import { DateTime } from "luxon";
import { findMetric } from "../../metrics/metric-catalog.js";
import { COUNT_SLOTS } from "../prepare/count-input.js";
import { RATE_SLOTS } from "../prepare/rate-input.js";
import type { RangeBasis, SlotFinding, SlotRange } from "./slot-finding.js";
import type { Incident } from "./track-incident.js";
import type { WatchedClass } from "./watched-series.js";

const SLOT_MINUTES = 5;

/** renderAnomalyText says in one sentence what was seen, what was expected and of how many cases: `exception rate 7.2 % against 0.3-2.4 % expected for Mondays 17:00 (28 of 356 runs in 30 min; sudden; started 16:50)`. Times are those of the zone. */
export function renderAnomalyText(incident: Incident, watched: WatchedClass, timeZone: string): string {
  const { peak } = incident;
  const metric = findMetric(watched.metric);
  const unit = metric?.unit ?? "measure";
  const title = (metric?.title ?? watched.metric).replace(/^./, (first) => first.toLowerCase());
  const at = DateTime.fromMillis(peak.atMs, { zone: timeZone, locale: "en" });
  const started = DateTime.fromMillis(incident.startedAtMs, { zone: timeZone, locale: "en" });
  const day = started.hasSame(at, "day") ? "" : `${started.toFormat("ccc")} `;
  const details = [...renderSample(peak, watched), peak.kind, `started ${day}${started.toFormat("HH:mm")}`];
  return `${title} ${renderSeen(peak, unit, at)} (${details.join("; ")})`;
}

function renderSeen({ value, expected, kind }: SlotFinding, unit: string, at: DateTime): string {
  if (kind === "silence") return "0 for longer than chance explains";
  const seen = renderValue(value, unit);
  if (expected === undefined) return `${seen}, unlike the hours before`;
  return `${seen} against ${renderRange(expected, unit)} expected ${renderBasis(expected.basis, at)}`;
}

/** A range names its unit once where both ends have the same. */
function renderRange({ low, high }: SlotRange, unit: string): string {
  const [from = "", fromUnit] = renderValue(low, unit).split(" ");
  const to = renderValue(high, unit);
  return fromUnit === to.split(" ")[1] ? `${from}-${to}` : `${from} ${fromUnit ?? ""} - ${to}`;
}

function renderSample({ numerator, denominator }: SlotFinding, { kind }: WatchedClass): string[] {
  if (kind === "count") return [`in ${COUNT_SLOTS * SLOT_MINUTES} min`];
  if (kind === "rate") return [`${numerator ?? 0} of ${denominator ?? 0} in ${RATE_SLOTS * SLOT_MINUTES} min`];
  return denominator === null ? [] : [`${denominator} in ${SLOT_MINUTES} min`];
}

/** Of when a range is. */
function renderBasis(basis: RangeBasis, at: DateTime): string {
  const hour = at.toFormat("HH:00");
  if (basis === "recent") return "from the hours before";
  if (basis === "hour-of-day") return `for ${hour}`;
  return basis === "day-type"
    ? `for ${at.weekday >= 6 ? "weekends" : "weekdays"} ${hour}`
    : `for ${at.toFormat("cccc")}s ${hour}`;
}

function renderValue(value: number, unit: string): string {
  if (unit === "ratio") return `${trim(value * 100, 1)} %`;
  if (unit === "count") return trim(value, value < 10 ? 1 : 0);
  if (unit === "seconds") return renderSeconds(value);
  return Number(value.toPrecision(4)).toString();
}

function renderSeconds(seconds: number): string {
  if (seconds < 120) return `${trim(seconds, 1)} s`;
  return seconds < 7_200 ? `${trim(seconds / 60, 1)} min` : `${trim(seconds / 3_600, 1)} h`;
}

function trim(value: number, decimals: number): string {
  return Number(value.toFixed(decimals)).toString();
}
