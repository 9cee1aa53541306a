-- metrics.run.finished_at
WITH
    started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_start,
    (toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000 AS duration_seconds
SELECT
    workflow AS by_workflow,
    roundDown(toUnixTimestamp64Milli(finished_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    count() AS runs_finished_1,
    countIf(outcome = 'succeeded') AS success_rate_1,
    count() AS success_rate_2,
    countIf(outcome IN ('failed', 'dead_lettered')) AS failure_rate_1,
    count() AS failure_rate_2,
    countIf(outcome = 'succeeded' AND attempts <= 1) AS first_pass_rate_1,
    count() AS first_pass_rate_2,
    countIf(attempts > 1) AS retry_rate_1,
    count() AS retry_rate_2,
    countIf(outcome = 'dead_lettered') AS dead_letter_rate_1,
    count() AS dead_letter_rate_2,
    countIf(outcome = 'compensated') AS compensation_rate_1,
    count() AS compensation_rate_2,
    countIf(NOT human_touched) AS automation_rate_1,
    count() AS automation_rate_2,
    sum(if(attempts > 1, attempts - 1, 0)) AS retries_1,
    countIf(answers > 0 AND NOT has_start) AS unmatched_answers_1,
    quantileExactInclusiveOrNullIf(0.5)(duration_seconds, has_start) AS duration_p50_1,
    countIf(has_start) AS duration_p50_2,
    quantileExactInclusiveOrNullIf(0.95)(duration_seconds, has_start) AS duration_p95_1,
    countIf(has_start) AS duration_p95_2,
    quantileExactInclusiveOrNullIf(0.99)(duration_seconds, has_start) AS duration_p99_1,
    countIf(has_start) AS duration_p99_2,
    countIf(kind = 'approval' AND NOT superseded AND outcome IN ('failed', 'cancelled')) AS approval_rejection_rate_1,
    countIf(kind = 'approval' AND NOT superseded) AS approval_rejection_rate_2,
    countIf(human_touched) AS human_touched_runs_1
FROM run FINAL
WHERE tenant = {tenant:String}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
  AND finished_at < {as_of:DateTime64(3, 'UTC')}
  AND toDate32(finished_at) >= toDate32({from:DateTime64(3, 'UTC')})
  AND toDate32(finished_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
GROUP BY GROUPING SETS ((by_workflow), (by_workflow, bucket))
LIMIT 200001;
