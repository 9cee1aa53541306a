-- metrics.feed_count.slice_at
WITH
    toDateTime64(slice, 3, 'UTC') AS slice_at
SELECT
    count() AS row_count,
    sum(received) AS events_received_1
FROM feed_count FINAL
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND source IN {sources:Array(String)}
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.rejected_event.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(ifNull(time, received_at)), 3, 'UTC') AS slice_at
SELECT
    count() AS row_count,
    count() AS events_received_2
FROM rejected_event FINAL
WHERE tenant = {tenant:String}
  AND isNull(replayed_at)
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND source IN {sources:Array(String)}
  AND received_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 10 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.event.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC') AS slice_at
SELECT
    count() AS row_count,
    count() AS duplicate_rate_2
FROM event FINAL
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND source IN {sources:Array(String)}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')} + INTERVAL 5 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.out_of_sequence.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC') AS slice_at,
    counts_from <= {as_of:DateTime64(3, 'UTC')} AS is_counted
SELECT
    count() AS row_count,
    uniqExactIf((client, source, id), is_counted) AS out_of_sequence_rate_1
FROM out_of_sequence FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND source IN {sources:Array(String)}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')} + INTERVAL 5 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;
