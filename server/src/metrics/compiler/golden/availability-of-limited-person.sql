-- metrics.run_minute.minute_at
WITH
    failed_count * 2 <= ended_count AS is_good
SELECT
    source AS by_source,
    count() AS row_count,
    countIf(is_good) AS integration_availability_1,
    count() AS integration_availability_2
FROM (
    SELECT client, source, toDateTime64(toStartOfMinute(finished_at), 3, 'UTC') AS minute_at, count() AS ended_count,
        countIf(outcome IN ('failed', 'dead_lettered')) AS failed_count
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND client IN {scope_clients:Array(String)}
      AND store IN {scope_store_ids:Array(String)}
      AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
      AND channel IN {scope_channel_ids:Array(String)}
      AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
      AND partner IN {scope_partner_ids:Array(String)}
      AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
      AND finished_at >= toStartOfMinute({from:DateTime64(3, 'UTC')}) AND finished_at < {as_of:DateTime64(3, 'UTC')}
      AND toDate32(finished_at) >= toDate32({from:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({as_of:DateTime64(3, 'UTC')})
    GROUP BY client, source, minute_at
)
WHERE minute_at >= {from:DateTime64(3, 'UTC')}
  AND minute_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_source
LIMIT 200001;
