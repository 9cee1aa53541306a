/** The first minute of each 5-minute slice of an hour, as bits. */
const FIRST_MINUTES = "37191016277640225";

const anyOfSlice = [1, 2, 3, 4].reduce((sql, minutes) => `bitOr(${sql}, bitShiftRight(hour, ${minutes}))`, "hour");
const isFull = `bitAnd(${anyOfSlice}, ${FIRST_MINUTES}) = ${FIRST_MINUTES}`;
const last = (hour: string) =>
  `55 + multiIf(bitTest(${hour}, 59), 4, bitTest(${hour}, 58), 3, bitTest(${hour}, 57), 2, bitTest(${hour}, 56), 1, 0)`;
const MARK = 512;

/** HOURS_OF_DAY is a day of `feed_day` as an array. */
export const HOURS_OF_DAY = `CAST([${Array.from({ length: 24 }, (_, hour) => `h${String(hour).padStart(2, "0")}`).join(", ")}], 'Array(UInt64)')`;

/**
 * HEARD_MARKS are columns that make marks of a day in which a feed was heard (`day_number`, `heard_hours`, `cadence_minutes`). A mark is
 * minute * 512 + how many slices before that of the minute were heard without a gap: one number, because tuples take twice as long. A day
 * that was heard in each slice is one mark, so is such an hour; of any other hour each minute is one. Nothing is lost by that, as each slice
 * vouches for the next one when the cadence is 5 minutes at least.
 */
export const HEARD_MARKS: readonly string[] = [
  `arrayMap(hour -> cadence_minutes >= 5 AND ${isFull}, heard_hours) AS full_hours`,
  `multiIf(empty(heard_hours), [], arrayAll(is_full -> is_full, full_hours), [(day_number * 1440 + 1380 + ${last("heard_hours[24]")}) * ${MARK} + 287], ` +
    `arrayFlatten(arrayMap((hour, is_full, hour_start) -> if(is_full, [(hour_start + ${last("hour")}) * ${MARK} + 11], arrayMap(bit -> (hour_start + bit) * ${MARK}, bitPositionsToArray(hour))), heard_hours, full_hours, range(day_number * 1440, day_number * 1440 + 1440, 60)))) AS day_marks`,
];

/**
 * HEARD_BLOCKS are columns that join the `marks` of a feed, sorted, to blocks in which no silence is longer than the cadence: `block_starts`
 * are first slices, `block_ends` last minutes. Every slice of a block is measured, whatever calendar there is, because open time passes no
 * faster than the clock on the wall.
 */
export const HEARD_BLOCKS: readonly string[] = [
  `arrayMap(mark -> intDiv(mark, ${MARK}), marks) AS mark_minutes`,
  `arrayMap((mark, minute) -> intDiv(minute, 5) - mark % ${MARK}, marks, mark_minutes) AS mark_starts`,
  "arrayMap((start, minute) -> greatest(start, intDiv(minute + cadence_minutes, 5)), mark_starts, mark_minutes) AS vouched_until",
  "arrayMap((start, until) -> until < start, mark_starts, arraySlice(arrayPushFront(vouched_until, toInt64(-1)), 1, length(marks))) AS is_first",
  "arrayFilter((start, first) -> first, mark_starts, is_first) AS block_starts",
  "arrayFilter((minute, next_is_first) -> next_is_first, mark_minutes, arraySlice(arrayPushBack(is_first, 1), 2)) AS block_ends",
];
