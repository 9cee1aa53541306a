-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {at_ms:Int64} AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    store AS by_store,
    count() AS row_count,
    quantileExactInclusiveOrNull(0.5)(age_seconds) AS age_p50_1,
    count() AS age_p50_2,
    quantileExactInclusiveOrNull(0.95)(age_seconds) AS age_p95_1,
    count() AS age_p95_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
GROUP BY by_store
LIMIT 200001;

-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {at_ms:Int64} AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    store AS by_store,
    count() AS row_count,
    maxOrNull(age_seconds) AS oldest_open_1,
    count() AS oldest_open_2
FROM open_run FINAL
WHERE tenant = {tenant:String}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
  AND finished_at >= {first:DateTime64(3, 'UTC')}
  AND is_open
GROUP BY by_store
LIMIT 200001;

-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {instants:Array(Int64)}[place] AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    store AS by_store,
    {bounds:Array(Int64)}[place] AS bucket,
    count() AS row_count,
    quantileExactInclusiveOrNull(0.5)(age_seconds) AS age_p50_1,
    count() AS age_p50_2,
    quantileExactInclusiveOrNull(0.95)(age_seconds) AS age_p95_1,
    count() AS age_p95_2
FROM
(
    SELECT * FROM run FINAL
    WHERE tenant = {tenant:String}
      AND started_at < {as_of:DateTime64(3, 'UTC')}
      AND finished_at >= {from:DateTime64(3, 'UTC')}
)
ARRAY JOIN range(least(transform(roundDown(started_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1)), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1) + 1) AS place
WHERE started_ms < at_ms
GROUP BY by_store, bucket
LIMIT 200001;

-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {instants:Array(Int64)}[place] AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    store AS by_store,
    {bounds:Array(Int64)}[place] AS bucket,
    count() AS row_count,
    maxOrNull(age_seconds) AS oldest_open_1,
    count() AS oldest_open_2
FROM
(
    SELECT * FROM run FINAL
    WHERE tenant = {tenant:String}
      AND started_at < {as_of:DateTime64(3, 'UTC')}
      AND finished_at >= {first:DateTime64(3, 'UTC')}
)
ARRAY JOIN range(least(transform(roundDown(started_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1)), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1) + 1) AS place
WHERE started_ms < at_ms
  AND is_open
GROUP BY by_store, bucket
LIMIT 200001;
