-- metrics.feed_count.slice_at
WITH
    toDateTime64(slice, 3, 'UTC') AS slice_at
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    roundDown(toUnixTimestamp64Milli(slice_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    sum(received) AS events_received_1
FROM feed_count FINAL
WHERE tenant = {tenant:String}
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_region), (by_region, bucket))
LIMIT 200001;

-- metrics.rejected_event.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(ifNull(time, received_at)), 3, 'UTC') AS slice_at
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    roundDown(toUnixTimestamp64Milli(slice_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    count() AS events_received_2
FROM rejected_event FINAL
WHERE tenant = {tenant:String}
  AND isNull(replayed_at)
  AND received_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 10 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_region), (by_region, bucket))
LIMIT 200001;

-- metrics.event.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC') AS slice_at,
    (toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(time)) / 1000 AS lag_seconds,
    lag_seconds > 900 AND backfill = 0 AS is_late
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    roundDown(toUnixTimestamp64Milli(slice_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    count() AS duplicate_rate_2,
    countIf(is_late) AS late_event_rate_1,
    quantileExactInclusiveOrNullIf(0.95)(lag_seconds, backfill = 0) AS ingest_lag_p95_1,
    countIf(backfill = 0) AS ingest_lag_p95_2
FROM event FINAL
WHERE tenant = {tenant:String}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')} + INTERVAL 5 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_region), (by_region, bucket))
LIMIT 200001;

-- metrics.out_of_sequence.slice_at
WITH
    toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC') AS slice_at,
    counts_from <= {as_of:DateTime64(3, 'UTC')} AS is_counted
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    roundDown(toUnixTimestamp64Milli(slice_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    uniqExactIf((client, source, id), is_counted) AS out_of_sequence_rate_1
FROM out_of_sequence FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')} + INTERVAL 5 MINUTE
  AND slice_at >= {from:DateTime64(3, 'UTC')}
  AND slice_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_region), (by_region, bucket))
LIMIT 200001;
