import type { FeedKnowledge } from "./feed-knowledge.js";
import type { SqlParameters } from "./sql-parameters.js";

/** hasCalendars tells whether any feed is not always expected. */
export function hasCalendars({ declared, calendarOfStore }: FeedKnowledge): boolean {
  return calendarOfStore.length > 0 || declared.some((feed) => feed.calendar !== "");
}

/** Of a calendar the newest generation counts (migration 0010). */
const NEWEST = `FROM opening_interval FINAL WHERE tenant = {tenant:String}
          AND (calendar, generation) IN (SELECT calendar, max(generation) FROM opening_interval WHERE tenant = {tenant:String} GROUP BY calendar)`;

/**
 * buildOpening returns a subquery of the calendars of the tenant: has_calendar = 1 and their openings between two instants (expressions),
 * sorted, as (opens, 0, 0, open time before, closes) in units of `unitMs`. The first has no length and stands before all others.
 */
export function buildOpening(range: { from: string; to: string; unitMs: 1 | 60_000 }, params: SqlParameters): string {
  const unit = params.add("unit_ms", "Int64", range.unitMs);
  const read = (seconds: string) => `intDiv(toInt64(${seconds}) * 1000, ${unit})`;
  const [opens, closes] = ["toUnixTimestamp(opens_at)", "toUnixTimestamp(closes_at)"];
  const opening = `(${read(opens)}, toUInt8(0), toInt64(0), ${read("seconds_before")}, ${read(closes)})`;
  return `SELECT calendar, toUInt8(1) AS has_calendar,
          arraySort(groupArrayIf(${opening}, closes_at > ${range.from} AND opens_at < ${range.to})) AS inside,
          arrayPushFront(inside, (toInt64(-1), toUInt8(0), toInt64(0), if(empty(inside), toInt64(0), inside[1].4), toInt64(-1))) AS opening
        ${NEWEST}
        GROUP BY calendar`;
}

/**
 * renderOpenTime renders an array of instants (in the units of `opening`) as open time: what a clock shows that stands still while the
 * calendar is closed. Points and openings are sorted into one list, in which each point takes the opening before it, so the cost grows with
 * their sum and not their product.
 */
export function renderOpenTime(points: string): string {
  const tagged = `arrayMap((point, place) -> (toInt64(point), toUInt8(1), toInt64(place), toInt64(0), toInt64(0)), ${points}, arrayEnumerate(${points}))`;
  const merged = `arraySort(arrayConcat(opening, ${tagged}))`;
  const open = `arrayMap((point, last) -> (point.3, last.4 + greatest(least(point.1, last.5) - last.1, 0)), ${merged}, arrayFill(each -> each.2 = 0, ${merged}))`;
  return `if(has_calendar = 1, arrayMap(each -> each.2, arraySort(arrayFilter(each -> each.1 > 0, ${open}))), arrayMap(point -> toInt64(point), ${points}))`;
}

/**
 * buildOpenLookback returns, as seconds since 1970, from when on what was heard may still vouch for `from`, when that takes `seconds` of
 * open time: over nights and holidays that is long before.
 */
export function buildOpenLookback(from: string, seconds: string): string {
  const start = `toInt64(toUnixTimestamp(${from}))`;
  return `ifNull((SELECT minOrNull(if(target <= 0, opens[1], opens[nearest] + target - befores[nearest])) FROM (
          SELECT arraySort(groupArray((toInt64(toUnixTimestamp(opens_at)), toInt64(seconds_before), toInt64(toUnixTimestamp(closes_at))))) AS openings,
            openings.1 AS opens, openings.2 AS befores, arrayLastIndex(opening -> opening <= ${start}, opens) AS last,
            if(last = 0, 0, befores[last] + least(${start}, openings[last].3) - opens[last]) - toInt64(${seconds}) AS target,
            arrayLastIndex(before -> before <= target, befores) AS nearest
          ${NEWEST} GROUP BY calendar)), ${start})`;
}
