-- metrics.raised_exception.raised_at
WITH
    seen_before_ms >= 0 AND toUnixTimestamp64Milli(raised_at) - seen_before_ms <= 2592000000 AS recurs
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    count() AS row_count,
    countIf(recurs) AS recurrence_rate_1,
    count() AS recurrence_rate_2
FROM (
    SELECT *, attributes['errorCode'] AS error_code,
        lagInFrame(toUnixTimestamp64Milli(raised_at), 1, toInt64(-1)) OVER (PARTITION BY client, class, store, error_code ORDER BY raised_at, exception) AS seen_before_ms
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND class IN {exceptionClasses:Array(String)}
      AND day >= toDate({from:DateTime64(3, 'UTC')} - INTERVAL 30 DAY) AND day <= toDate({as_of:DateTime64(3, 'UTC')})
      AND raised_at >= {from:DateTime64(3, 'UTC')} - INTERVAL 30 DAY AND raised_at < {as_of:DateTime64(3, 'UTC')}
)
WHERE day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND raised_at >= {from:DateTime64(3, 'UTC')}
  AND raised_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_region
LIMIT 200001;
