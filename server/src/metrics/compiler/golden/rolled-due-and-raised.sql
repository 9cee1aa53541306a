-- metrics.deadline_at+raised_at.rolled
SELECT
    sum(part_row_count_1) AS row_count_1,
    sum(part_row_count_2) AS row_count_2,
    sum(part_on_time_rate_1) AS on_time_rate_1,
    sum(part_on_time_rate_2) AS on_time_rate_2,
    sum(part_lateness_p50_2) AS lateness_p50_2,
    sum(part_lateness_p95_2) AS lateness_p95_2,
    sum(part_exceptions_raised_1) AS exceptions_raised_1
FROM
(
    SELECT sum(due) AS part_row_count_1, sum(due_on_time) AS part_on_time_rate_1, sum(due_valid) AS part_on_time_rate_2, sum(due_late) AS part_lateness_p50_2, sum(due_late) AS part_lateness_p95_2, sum(raised) AS part_row_count_2, sum(raised) AS part_exceptions_raised_1
    FROM run_hour FINAL
    WHERE tenant = {tenant:String}
      AND ((hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}) OR (hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}))
    UNION ALL
    WITH finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        has_ended AND finished_at > due_at AND outcome != 'cancelled' AS is_late,
        has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time
    SELECT count() AS part_row_count_1, toUInt64(countIf(outcome = 'succeeded' AND finished_at <= due_at)) AS part_on_time_rate_1, toUInt64(countIf(NOT is_cancelled_in_time)) AS part_on_time_rate_2, toUInt64(countIf(is_late)) AS part_lateness_p50_2, toUInt64(countIf(is_late)) AS part_lateness_p95_2, toUInt64(0) AS part_row_count_2, toUInt64(0) AS part_exceptions_raised_1
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND ((due_at >= {rows_from:DateTime64(3, 'UTC')} AND due_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from2:DateTime64(3, 'UTC')} AND due_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from3:DateTime64(3, 'UTC')} AND due_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    UNION ALL
    SELECT toUInt64(0) AS part_row_count_1, toUInt64(0) AS part_on_time_rate_1, toUInt64(0) AS part_on_time_rate_2, toUInt64(0) AS part_lateness_p50_2, toUInt64(0) AS part_lateness_p95_2, count() AS part_row_count_2, toUInt64(count()) AS part_exceptions_raised_1
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND ((day >= toDate({rows_from:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from:DateTime64(3, 'UTC')} AND raised_at < {rows_to:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from2:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to2:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from2:DateTime64(3, 'UTC')} AND raised_at < {rows_to2:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from3:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to3:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from3:DateTime64(3, 'UTC')} AND raised_at < {rows_to3:DateTime64(3, 'UTC')}))
)
HAVING row_count_1 > 0 OR row_count_2 > 0
LIMIT 200001;

-- metrics.run.deadline_at.spread
SELECT
    row_count,
    (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) + ((0.5 * (row_count - 1)) - floor((0.5 * (row_count - 1)))) * ((sign(spread[arrayFirstIndex(upTo -> upTo > ceil((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > ceil((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) - (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492)) AS lateness_p50_1,
    (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) + ((0.95 * (row_count - 1)) - floor((0.95 * (row_count - 1)))) * ((sign(spread[arrayFirstIndex(upTo -> upTo > ceil((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > ceil((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) - (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492)) AS lateness_p95_1
FROM
(
    SELECT sum(class_count) AS row_count, arraySort(groupArray((class, class_count))) AS spread, arrayCumSum(entry -> entry.2, spread) AS ranks
    FROM
    (
        SELECT class, sum(number) AS class_count
        FROM
        (
    SELECT class, sum(part) AS number
    FROM run_day_spread FINAL
    ARRAY JOIN classes AS class, counts AS part
    WHERE tenant = {tenant:String}
      AND figure = 'lateness'
      AND hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}
    GROUP BY class
    UNION ALL
    SELECT class, sum(part) AS number
    FROM run_hour_spread FINAL
    ARRAY JOIN classes AS class, counts AS part
    WHERE tenant = {tenant:String}
      AND figure = 'lateness'
      AND ((hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}) OR (hour >= {hours_from3:DateTime('UTC')} AND hour < {hours_to3:DateTime('UTC')}) OR (hour >= {hours_from4:DateTime('UTC')} AND hour < {hours_to4:DateTime('UTC')}))
    GROUP BY class
    UNION ALL
    WITH finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        toUnixTimestamp64Milli(due_at) AS due_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms,
        has_ended AND finished_at > due_at AND outcome != 'cancelled' AS is_late
    SELECT toInt16(multiIf((finished_ms - due_ms AS spread_ms) > 0, toInt16(ceil(log(spread_ms) / 0.015873349156290163)) + 1, spread_ms < 0, -(toInt16(ceil(log(-spread_ms) / 0.015873349156290163)) + 1), 0)) AS class, count() AS number
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND is_late
      AND ((due_at >= {rows_from:DateTime64(3, 'UTC')} AND due_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from2:DateTime64(3, 'UTC')} AND due_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from3:DateTime64(3, 'UTC')} AND due_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    GROUP BY class
        )
        GROUP BY class
    )
    HAVING row_count > 0
)
LIMIT 200001;

-- metrics.deadline_at+raised_at.rolled
SELECT
    sum(part_row_count_1) AS row_count_1,
    sum(part_row_count_2) AS row_count_2,
    sum(part_on_time_rate_1) AS on_time_rate_1,
    sum(part_on_time_rate_2) AS on_time_rate_2,
    sum(part_lateness_p50_2) AS lateness_p50_2,
    sum(part_lateness_p95_2) AS lateness_p95_2,
    sum(part_exceptions_raised_1) AS exceptions_raised_1
FROM
(
    SELECT sum(due) AS part_row_count_1, sum(due_on_time) AS part_on_time_rate_1, sum(due_valid) AS part_on_time_rate_2, sum(due_late) AS part_lateness_p50_2, sum(due_late) AS part_lateness_p95_2, sum(raised) AS part_row_count_2, sum(raised) AS part_exceptions_raised_1
    FROM run_hour FINAL
    WHERE tenant = {tenant:String}
      AND ((hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}) OR (hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}))
    UNION ALL
    WITH finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        has_ended AND finished_at > due_at AND outcome != 'cancelled' AS is_late,
        has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time
    SELECT count() AS part_row_count_1, toUInt64(countIf(outcome = 'succeeded' AND finished_at <= due_at)) AS part_on_time_rate_1, toUInt64(countIf(NOT is_cancelled_in_time)) AS part_on_time_rate_2, toUInt64(countIf(is_late)) AS part_lateness_p50_2, toUInt64(countIf(is_late)) AS part_lateness_p95_2, toUInt64(0) AS part_row_count_2, toUInt64(0) AS part_exceptions_raised_1
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND ((due_at >= {rows_from:DateTime64(3, 'UTC')} AND due_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from2:DateTime64(3, 'UTC')} AND due_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from3:DateTime64(3, 'UTC')} AND due_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    UNION ALL
    SELECT toUInt64(0) AS part_row_count_1, toUInt64(0) AS part_on_time_rate_1, toUInt64(0) AS part_on_time_rate_2, toUInt64(0) AS part_lateness_p50_2, toUInt64(0) AS part_lateness_p95_2, count() AS part_row_count_2, toUInt64(count()) AS part_exceptions_raised_1
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND ((day >= toDate({rows_from:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from:DateTime64(3, 'UTC')} AND raised_at < {rows_to:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from2:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to2:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from2:DateTime64(3, 'UTC')} AND raised_at < {rows_to2:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from3:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to3:DateTime64(3, 'UTC')}) AND raised_at >= {rows_from3:DateTime64(3, 'UTC')} AND raised_at < {rows_to3:DateTime64(3, 'UTC')}))
)
HAVING row_count_1 > 0 OR row_count_2 > 0
LIMIT 200001;
