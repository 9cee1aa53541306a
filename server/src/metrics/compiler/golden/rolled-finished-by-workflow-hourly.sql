-- metrics.finished_at.rolled
SELECT
    by_workflow,
    bucket,
    grouping(bucket) AS is_total,
    sum(part_row_count_1) AS row_count_1,
    sum(part_runs_finished_1) AS runs_finished_1,
    sum(part_success_rate_1) AS success_rate_1,
    sum(part_success_rate_2) AS success_rate_2,
    sum(part_failure_rate_1) AS failure_rate_1,
    sum(part_failure_rate_2) AS failure_rate_2,
    sum(part_first_pass_rate_1) AS first_pass_rate_1,
    sum(part_first_pass_rate_2) AS first_pass_rate_2,
    sum(part_retry_rate_1) AS retry_rate_1,
    sum(part_retry_rate_2) AS retry_rate_2,
    sum(part_dead_letter_rate_1) AS dead_letter_rate_1,
    sum(part_dead_letter_rate_2) AS dead_letter_rate_2,
    sum(part_compensation_rate_1) AS compensation_rate_1,
    sum(part_compensation_rate_2) AS compensation_rate_2,
    sum(part_automation_rate_1) AS automation_rate_1,
    sum(part_automation_rate_2) AS automation_rate_2,
    sum(part_retries_1) AS retries_1,
    sum(part_unmatched_answers_1) AS unmatched_answers_1,
    sum(part_duration_p50_2) AS duration_p50_2,
    sum(part_duration_p95_2) AS duration_p95_2,
    sum(part_duration_p99_2) AS duration_p99_2
FROM
(
    SELECT workflow AS by_workflow, roundDown(toInt64(toUnixTimestamp(hour)) * 1000, {bounds:Array(Int64)}) AS bucket, sum(finished) AS part_row_count_1, sum(finished) AS part_runs_finished_1, sum(finished_succeeded) AS part_success_rate_1, sum(finished) AS part_success_rate_2, sum(finished_failed) AS part_failure_rate_1, sum(finished) AS part_failure_rate_2, sum(finished_first) AS part_first_pass_rate_1, sum(finished) AS part_first_pass_rate_2, sum(finished_retried) AS part_retry_rate_1, sum(finished) AS part_retry_rate_2, sum(finished_dead) AS part_dead_letter_rate_1, sum(finished) AS part_dead_letter_rate_2, sum(finished_undone) AS part_compensation_rate_1, sum(finished) AS part_compensation_rate_2, sum(finished_untouched) AS part_automation_rate_1, sum(finished) AS part_automation_rate_2, sum(finished_retries) AS part_retries_1, sum(finished_unmatched) AS part_unmatched_answers_1, sum(finished_timed) AS part_duration_p50_2, sum(finished_timed) AS part_duration_p95_2, sum(finished_timed) AS part_duration_p99_2
    FROM run_hour FINAL
    WHERE tenant = {tenant:String}
      AND ((hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}) OR (hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}))
    GROUP BY by_workflow, bucket
    UNION ALL
    WITH started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_start
    SELECT workflow AS by_workflow, roundDown(toUnixTimestamp64Milli(finished_at), {bounds:Array(Int64)}) AS bucket, count() AS part_row_count_1, toUInt64(count()) AS part_runs_finished_1, toUInt64(countIf(outcome = 'succeeded')) AS part_success_rate_1, toUInt64(count()) AS part_success_rate_2, toUInt64(countIf(outcome IN ('failed', 'dead_lettered'))) AS part_failure_rate_1, toUInt64(count()) AS part_failure_rate_2, toUInt64(countIf(outcome = 'succeeded' AND attempts <= 1)) AS part_first_pass_rate_1, toUInt64(count()) AS part_first_pass_rate_2, toUInt64(countIf(attempts > 1)) AS part_retry_rate_1, toUInt64(count()) AS part_retry_rate_2, toUInt64(countIf(outcome = 'dead_lettered')) AS part_dead_letter_rate_1, toUInt64(count()) AS part_dead_letter_rate_2, toUInt64(countIf(outcome = 'compensated')) AS part_compensation_rate_1, toUInt64(count()) AS part_compensation_rate_2, toUInt64(countIf(NOT human_touched)) AS part_automation_rate_1, toUInt64(count()) AS part_automation_rate_2, toUInt64(sum(if(attempts > 1, attempts - 1, 0))) AS part_retries_1, toUInt64(countIf(answers > 0 AND NOT has_start)) AS part_unmatched_answers_1, toUInt64(countIf(has_start)) AS part_duration_p50_2, toUInt64(countIf(has_start)) AS part_duration_p95_2, toUInt64(countIf(has_start)) AS part_duration_p99_2
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND ((finished_at >= {rows_from:DateTime64(3, 'UTC')} AND finished_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from2:DateTime64(3, 'UTC')} AND finished_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from3:DateTime64(3, 'UTC')} AND finished_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    GROUP BY by_workflow, bucket
)
GROUP BY GROUPING SETS ((by_workflow), (by_workflow, bucket))
HAVING row_count_1 > 0
LIMIT 200001;

-- metrics.run.finished_at.spread
SELECT
    by_workflow,
    bucket,
    is_total,
    row_count,
    (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) + ((0.5 * (row_count - 1)) - floor((0.5 * (row_count - 1)))) * ((sign(spread[arrayFirstIndex(upTo -> upTo > ceil((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > ceil((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) - (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.5 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492)) AS duration_p50_1,
    (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) + ((0.95 * (row_count - 1)) - floor((0.95 * (row_count - 1)))) * ((sign(spread[arrayFirstIndex(upTo -> upTo > ceil((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > ceil((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) - (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.95 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492)) AS duration_p95_1,
    (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.99 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.99 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) + ((0.99 * (row_count - 1)) - floor((0.99 * (row_count - 1)))) * ((sign(spread[arrayFirstIndex(upTo -> upTo > ceil((0.99 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > ceil((0.99 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492) - (sign(spread[arrayFirstIndex(upTo -> upTo > floor((0.99 * (row_count - 1))), ranks)].1) * exp((abs(spread[arrayFirstIndex(upTo -> upTo > floor((0.99 * (row_count - 1))), ranks)].1) - 1) * 0.015873349156290163) * 0.000992063492063492)) AS duration_p99_1
FROM
(
    SELECT by_workflow, bucket, is_total, sum(class_count) AS row_count, arraySort(groupArray((class, class_count))) AS spread, arrayCumSum(entry -> entry.2, spread) AS ranks
    FROM
    (
        SELECT by_workflow, bucket, grouping(bucket) AS is_total, class, sum(number) AS class_count
        FROM
        (
    SELECT workflow AS by_workflow, roundDown(toInt64(toUnixTimestamp(hour)) * 1000, {bounds:Array(Int64)}) AS bucket, class, sum(part) AS number
    FROM run_hour_spread FINAL
    ARRAY JOIN classes AS class, counts AS part
    WHERE tenant = {tenant:String}
      AND figure = 'duration'
      AND ((hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}) OR (hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}))
    GROUP BY by_workflow, bucket, class
    UNION ALL
    WITH started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_start,
        toUnixTimestamp64Milli(started_at) AS started_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms
    SELECT workflow AS by_workflow, roundDown(toUnixTimestamp64Milli(finished_at), {bounds:Array(Int64)}) AS bucket, toInt16(multiIf((finished_ms - started_ms AS spread_ms) > 0, toInt16(ceil(log(spread_ms) / 0.015873349156290163)) + 1, spread_ms < 0, -(toInt16(ceil(log(-spread_ms) / 0.015873349156290163)) + 1), 0)) AS class, count() AS number
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND has_start
      AND ((finished_at >= {rows_from:DateTime64(3, 'UTC')} AND finished_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from2:DateTime64(3, 'UTC')} AND finished_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from3:DateTime64(3, 'UTC')} AND finished_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    GROUP BY by_workflow, bucket, class
        )
        GROUP BY GROUPING SETS ((by_workflow, class), (by_workflow, bucket, class))
    )
    GROUP BY by_workflow, bucket, is_total
    HAVING row_count > 0
)
LIMIT 200001;
