-- metrics.run.due_at
WITH
    finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
    (toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(due_at)) / 1000 AS lateness_seconds,
    has_ended AND finished_at > due_at AND outcome != 'cancelled' AS is_late,
    has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time
SELECT
    count() AS row_count,
    countIf(outcome = 'succeeded' AND finished_at <= due_at) AS on_time_rate_1,
    countIf(NOT is_cancelled_in_time) AS on_time_rate_2,
    quantileExactInclusiveOrNullIf(0.5)(lateness_seconds, is_late) AS lateness_p50_1,
    countIf(is_late) AS lateness_p50_2,
    quantileExactInclusiveOrNullIf(0.95)(lateness_seconds, is_late) AS lateness_p95_1,
    countIf(is_late) AS lateness_p95_2
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
  AND toDate32(due_at) >= toDate32({from:DateTime64(3, 'UTC')})
  AND toDate32(due_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
LIMIT 200001;
