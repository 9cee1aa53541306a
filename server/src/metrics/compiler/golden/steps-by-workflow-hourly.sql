-- metrics.step.finished_at
WITH
    (toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000 AS work_seconds,
    outcome IN ('failed', 'dead_lettered') AS has_failed,
    is_known = 1 AND run_started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AND run_finished_at < {as_of:DateTime64(3, 'UTC')} AS has_elapsed,
    (toUnixTimestamp64Milli(run_finished_at) - toUnixTimestamp64Milli(run_started_at)) / 1000 AS elapsed_seconds
SELECT
    workflow AS by_workflow,
    step AS by_step,
    roundDown(toUnixTimestamp64Milli(finished_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    quantileExactInclusiveOrNull(0.95)(work_seconds) AS step_work_p95_1,
    count() AS step_work_p95_2,
    quantileExactInclusiveOrNullIf(0.95)(wait_ms / 1000, has_previous) AS step_wait_p95_1,
    countIf(has_previous) AS step_wait_p95_2,
    sumIf(work_seconds, has_elapsed) AS step_share_1,
    sumIf(elapsed_seconds, has_elapsed AND is_first) AS step_share_2,
    countIf(has_failed) AS step_failure_rate_1,
    count() AS step_failure_rate_2
FROM (
SELECT {tenant:String} AS tenant, client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system AS system, if(is_known = 1, run_store, store) AS store, if(is_known = 1, run_channel, channel) AS channel, if(is_known = 1, run_partner, partner) AS partner, brand, attributes, is_known, run_started_at, run_finished_at, has_previous, wait_ms, is_first
    FROM
    (
        SELECT *, row_number() OVER (PARTITION BY case_id ORDER BY if(unsequenced, 0, ifNull(sequence, 0)), started_at, id) > 1 AS has_previous,
            greatest(0, toUnixTimestamp64Milli(started_at) - toUnixTimestamp64Milli(lagInFrame(finished_at) OVER (PARTITION BY case_id ORDER BY if(unsequenced, 0, ifNull(sequence, 0)), started_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))) AS wait_ms,
            row_number() OVER (PARTITION BY case_id, step ORDER BY if(unsequenced, 0, ifNull(sequence, 0)), started_at, id) = 1 AS is_first
        FROM (SELECT *, max(isNull(sequence)) OVER (PARTITION BY case_id) AS unsequenced FROM (
        SELECT cityHash64(client, workflow, run) AS case_id, client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND finished_at < {as_of:DateTime64(3, 'UTC')} AND cityHash64(client, workflow, run) IN (SELECT cityHash64(client, workflow, run) FROM step WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')}) AND workflow != ''
        UNION ALL SELECT cityHash64(client, workflow, run) AS case_id, client, CAST(workflow, 'LowCardinality(String)') AS workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner
        FROM (SELECT client, run AS trace, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND finished_at < {as_of:DateTime64(3, 'UTC')} AND cityHash64(client, workflow, run) IN (SELECT cityHash64(client, workflow, run) FROM step WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')}) AND workflow = '') AS spans
        INNER JOIN (SELECT DISTINCT client, substring(id, 1, 32) AS trace, JSONExtractString(payload, 'workflow') AS workflow, JSONExtractString(payload, 'run') AS run
            FROM event FINAL WHERE (SELECT count() FROM (SELECT 1 FROM step WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND finished_at < {as_of:DateTime64(3, 'UTC')} AND cityHash64(client, workflow, run) IN (SELECT cityHash64(client, workflow, run) FROM step WHERE tenant = {tenant:String} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')}) AND workflow = '' LIMIT 1)) = 1 AND tenant = {tenant:String} AND toDate(time) >= toDate({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY) - 1 AND toDate(time) <= toDate({as_of:DateTime64(3, 'UTC')} + INTERVAL 31 DAY) AND kind = 'run.finished' AND match(id, '^[0-9a-f]{48}$')) AS roots USING (client, trace) WHERE workflow != ''))
    ) AS steps
    LEFT JOIN
    (
        SELECT cityHash64(client, workflow, run) AS case_id, 1 AS is_known, store AS run_store, channel AS run_channel, partner AS run_partner, brand, attributes, started_at AS run_started_at, finished_at AS run_finished_at
        FROM run FINAL WHERE tenant = {tenant:String} AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND (started_at < {as_of:DateTime64(3, 'UTC')} + INTERVAL 31 DAY OR started_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))
    ) AS runs USING (case_id)
)
WHERE tenant = {tenant:String}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
  AND finished_at < {as_of:DateTime64(3, 'UTC')}
  AND toDate32(finished_at) >= toDate32({from:DateTime64(3, 'UTC')})
  AND toDate32(finished_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
GROUP BY GROUPING SETS ((by_workflow, by_step), (by_workflow, by_step, bucket))
LIMIT 200001;
