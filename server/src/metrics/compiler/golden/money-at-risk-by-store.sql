-- metrics.exception.instant
WITH
    toUnixTimestamp64Milli(raised_at) AS raised_ms,
    toUnixTimestamp64Milli(resolved_at) AS resolved_ms
SELECT
    store AS by_store,
    currency AS by_currency,
    sumIf(money, raised_ms < {at_ms:Int64} AND resolved_ms >= {at_ms:Int64}) AS money_at_risk_1
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND resolved_at >= {at:DateTime64(3, 'UTC')}
  AND raised_at < {at:DateTime64(3, 'UTC')}
  AND currency != ''
GROUP BY by_store, by_currency
HAVING money_at_risk_1 != 0
LIMIT 200001;

-- metrics.run.instant
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(due_at) AS due_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms
SELECT
    store AS by_store,
    currency AS by_currency,
    sumIf(money, greatest(started_ms, due_ms) < {at_ms:Int64} AND finished_ms >= {at_ms:Int64}) AS money_at_risk_2
FROM open_run FINAL
WHERE tenant = {tenant:String}
  AND finished_at >= {at:DateTime64(3, 'UTC')}
  AND started_at < {at:DateTime64(3, 'UTC')}
  AND currency != ''
GROUP BY by_store, by_currency
HAVING money_at_risk_2 != 0
LIMIT 200001;
