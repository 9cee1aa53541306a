-- metrics.run.due_at
WITH
    finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
    (toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(due_at)) / 1000 AS lateness_seconds,
    has_ended AND finished_at > due_at AND outcome != 'cancelled' AS is_late,
    has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time,
    (workflow = 'promotion' OR startsWith(workflow, 'promotion-') OR startsWith(workflow, 'promotion.')) AS is_promotion,
    (workflow = 'erp-posting' OR startsWith(workflow, 'erp-posting-') OR startsWith(workflow, 'erp-posting.')) AS is_posting,
    target != '' AND NOT is_cancelled_in_time AS is_target
SELECT
    count() AS row_count,
    countIf(outcome = 'succeeded' AND finished_at <= due_at) AS on_time_rate_1,
    countIf(NOT is_cancelled_in_time) AS on_time_rate_2,
    quantileExactInclusiveOrNullIf(0.5)(lateness_seconds, is_late) AS lateness_p50_1,
    countIf(is_late) AS lateness_p50_2,
    quantileExactInclusiveOrNullIf(0.95)(lateness_seconds, is_late) AS lateness_p95_1,
    countIf(is_late) AS lateness_p95_2,
    countIf(kind = 'task' AND has_ended AND outcome = 'succeeded' AND finished_at <= due_at) AS task_completion_rate_1,
    countIf(kind = 'task' AND NOT is_cancelled_in_time) AS task_completion_rate_2,
    countIf(kind = 'task' AND has_ended AND outcome = 'succeeded' AND finished_at <= due_at AND evidence != '') AS task_evidence_rate_1,
    countIf(is_promotion AND is_target AND has_ended AND outcome = 'succeeded' AND finished_at <= due_at) AS deployment_accuracy_1,
    countIf(is_promotion AND is_target) AS deployment_accuracy_2,
    quantileExactInclusiveOrNullIf(0.95)(lateness_seconds, is_promotion AND is_target AND has_ended AND outcome = 'succeeded') AS execution_variance_p95_1,
    countIf(is_promotion AND is_target AND has_ended AND outcome = 'succeeded') AS execution_variance_p95_2,
    quantileExactInclusiveOrNullIf(0.05)(lateness_seconds, is_promotion AND is_target AND has_ended AND outcome = 'succeeded') AS execution_variance_p95_3,
    quantileExactInclusiveOrNullIf(0.5)(lateness_seconds, is_promotion AND is_target AND has_ended AND outcome = 'succeeded') AS execution_variance_p95_4,
    quantileExactInclusiveOrNullIf(0.95)(lateness_seconds, is_promotion AND is_target AND has_ended AND outcome = 'succeeded') - quantileExactInclusiveOrNullIf(0.05)(lateness_seconds, is_promotion AND is_target AND has_ended AND outcome = 'succeeded') AS execution_variance_p95_5,
    countIf(is_promotion AND is_target AND NOT (has_ended AND outcome = 'succeeded')) AS targets_missing_1,
    countIf(is_posting AND NOT is_cancelled_in_time AND has_ended AND outcome = 'succeeded' AND (answers = 0 OR answers = greatest(expected_answers, 1))) AS posting_completeness_1,
    countIf(is_posting AND NOT is_cancelled_in_time) AS posting_completeness_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND due_at >= {from:DateTime64(3, 'UTC')}
  AND due_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;
