-- metrics.correlation.finished_at
SELECT
    store AS by_store,
    count() AS row_count,
    countIf(is_complete) AS trace_completeness_1,
    count() AS trace_completeness_2
FROM (
SELECT {tenant:String} AS tenant, client, workflow, correlation, max(ended_at) AS finished_at,
        argMax(source, (ended_at, run)) AS source, argMax(store, (ended_at, run)) AS store, argMax(channel, (ended_at, run)) AS channel, argMax(partner, (ended_at, run)) AS partner, argMax(brand, (ended_at, run)) AS brand, argMax(attributes, (ended_at, run)) AS attributes,
        hasAll(groupUniqArrayArray(done), {required_steps:Array(Array(String))}[indexOf(arrayZip({required_clients:Array(String)}, {required_workflows:Array(String)}), (CAST(client, 'String'), CAST(workflow, 'String')))]) AS is_complete
    FROM (SELECT cityHash64(client, workflow, run) AS case_id, client, workflow, (correlation != '', if(correlation = '', run, correlation)) AS correlation, run, finished_at AS ended_at, source, store, channel, partner, brand, attributes FROM run FINAL WHERE tenant = {tenant:String} AND client IN {clients:Array(String)} AND (client, workflow) IN arrayZip({required_clients:Array(String)}, {required_workflows:Array(String)}) AND finished_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY AND (started_at < {as_of:DateTime64(3, 'UTC')} OR started_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))) AS runs
    LEFT JOIN (SELECT case_id, groupUniqArray(CAST(step, 'String')) AS done FROM (SELECT cityHash64(client, workflow, run) AS case_id, client, workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND client IN {clients:Array(String)} AND toDate(finished_at) >= toDate(({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY)) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= ({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY) AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow IN {workflows:Array(String)}
        UNION ALL SELECT cityHash64(client, workflow, run) AS case_id, client, CAST(workflow, 'LowCardinality(String)') AS workflow, run, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner
        FROM (SELECT client, run AS trace, source, id, step, started_at, finished_at, outcome, error_class, to_system, sequence, store, channel, partner FROM step FINAL WHERE tenant = {tenant:String} AND client IN {clients:Array(String)} AND toDate(finished_at) >= toDate(({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY)) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= ({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY) AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow = '') AS spans
        INNER JOIN (SELECT DISTINCT client, substring(id, 1, 32) AS trace, JSONExtractString(payload, 'workflow') AS workflow, JSONExtractString(payload, 'run') AS run
            FROM event FINAL WHERE (SELECT count() FROM (SELECT 1 FROM step WHERE tenant = {tenant:String} AND client IN {clients:Array(String)} AND toDate(finished_at) >= toDate(({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY)) AND toDate(finished_at) <= toDate({as_of:DateTime64(3, 'UTC')}) AND finished_at >= ({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY) AND finished_at < {as_of:DateTime64(3, 'UTC')} AND workflow = '' LIMIT 1)) = 1 AND tenant = {tenant:String} AND client IN {clients:Array(String)} AND toDate(time) >= toDate(({from:DateTime64(3, 'UTC')} - INTERVAL 31 DAY - INTERVAL 31 DAY)) - 1 AND toDate(time) <= toDate({as_of:DateTime64(3, 'UTC')} + INTERVAL 31 DAY) AND kind = 'run.finished' AND match(id, '^[0-9a-f]{48}$')) AS roots USING (client, trace) WHERE workflow IN {workflows:Array(String)}) GROUP BY case_id) AS steps USING (case_id)
    GROUP BY client, workflow, correlation
)
WHERE tenant = {tenant:String}
  AND client IN {clients:Array(String)}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
  AND finished_at < {as_of:DateTime64(3, 'UTC')}
  AND toDate32(finished_at) >= toDate32({from:DateTime64(3, 'UTC')})
  AND toDate32(finished_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
GROUP BY by_store
LIMIT 200001;
