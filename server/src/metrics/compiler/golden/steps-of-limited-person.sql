-- metrics.step.finished_at
WITH
    (toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000 AS work_seconds,
    outcome IN ('failed', 'dead_lettered') AS has_failed
SELECT
    step AS by_step,
    count() AS row_count,
    quantileExactInclusiveOrNull(0.95)(work_seconds) AS step_work_p95_1,
    count() AS step_work_p95_2,
    countIf(has_failed) AS step_failure_rate_1,
    count() AS step_failure_rate_2
FROM (
SELECT {tenant:String} AS tenant, client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system AS system, if(is_known = 1, run_store, store) AS store, if(is_known = 1, run_channel, channel) AS channel, if(is_known = 1, run_partner, partner) AS partner, brand, attributes, is_known, run_started_at, run_finished_at
    FROM
    (
        SELECT cityHash64(client, workflow, run) AS case_id, client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow IN {workflows:Array(String)}
        UNION ALL SELECT cityHash64(client, workflow, run) AS case_id, client, CAST(workflow, 'LowCardinality(String)') AS workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner
        FROM (SELECT client, run AS trace, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow = '') AS spans
        INNER JOIN (SELECT DISTINCT client, substring(id, 1, 32) AS trace, JSONExtractString(payload, 'workflow') AS workflow, JSONExtractString(payload, 'run') AS run
            FROM event FINAL WHERE (SELECT count() FROM (SELECT 1 FROM step WHERE tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND toDate(finished_at) >= toDate({from:DateTime64(3, 'UTC')}) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= {from:DateTime64(3, 'UTC')} AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow = '' LIMIT 1)) = 1 AND tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND toDate(time) >= toDate({from:DateTime64(3, 'UTC')}) - 1 AND toDate(time) <= toDate({as_of:DateTime64(3, 'UTC')} + INTERVAL 31 DAY) AND kind = 'run.finished' AND match(id, '^[0-9a-f]{48}$')) AS roots USING (client, trace) WHERE workflow IN {workflows:Array(String)}
    ) AS steps
    LEFT JOIN
    (
        SELECT cityHash64(client, workflow, run) AS case_id, 1 AS is_known, store AS run_store, channel AS run_channel, partner AS run_partner, brand, attributes, started_at AS run_started_at, finished_at AS run_finished_at
        FROM run FINAL WHERE tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND (started_at < {as_of:DateTime64(3, 'UTC')} + INTERVAL 31 DAY OR started_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))
    ) AS runs USING (case_id)
)
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND workflow IN {workflows:Array(String)}
  AND step IN {steps:Array(String)}
  AND (mapContains(attributes, {attribute:String}) AND attributes[{attribute:String}] = {attribute_value:String})
  AND finished_at >= {from:DateTime64(3, 'UTC')}
  AND finished_at < {as_of:DateTime64(3, 'UTC')}
  AND toDate32(finished_at) >= toDate32({from:DateTime64(3, 'UTC')})
  AND toDate32(finished_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
GROUP BY by_step
LIMIT 200001;
