-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    (workflow = 'erp-posting' OR startsWith(workflow, 'erp-posting-') OR startsWith(workflow, 'erp-posting.')) AS is_posting,
    {at_ms:Int64} AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    count() AS row_count,
    quantileExactInclusiveOrNullIf(0.5)(age_seconds, kind = 'approval' AND (is_open OR NOT superseded)) AS approval_latency_p50_1,
    countIf(kind = 'approval' AND (is_open OR NOT superseded)) AS approval_latency_p50_2,
    quantileExactInclusiveOrNullIf(0.95)(age_seconds, kind = 'approval' AND (is_open OR NOT superseded)) AS approval_latency_p95_1,
    countIf(kind = 'approval' AND (is_open OR NOT superseded)) AS approval_latency_p95_2,
    quantileExactInclusiveOrNullIf(0.95)(age_seconds, target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_1,
    countIf(target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_2,
    quantileExactInclusiveOrNullIf(0.95)(age_seconds, is_posting AND (is_open OR outcome = 'succeeded')) AS posting_delay_p95_1,
    countIf(is_posting AND (is_open OR outcome = 'succeeded')) AS posting_delay_p95_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND workflow IN {workflows:Array(String)}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
LIMIT 200001;
