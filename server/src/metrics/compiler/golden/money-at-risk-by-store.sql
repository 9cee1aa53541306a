-- metrics.exception.instant
SELECT
    by_store,
    by_currency,
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        toUnixTimestamp64Milli(raised_at) AS raised_ms,
        toUnixTimestamp64Milli(resolved_at) AS resolved_ms
    SELECT
        store AS by_store,
        currency AS by_currency,
        arrayJoin([('money_at_risk_1', raised_ms, resolved_ms, toDecimal128(money, 4))]) AS span
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND resolved_at >= {first:DateTime64(3, 'UTC')}
      AND raised_at < {last:DateTime64(3, 'UTC')}
      AND currency != ''
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY by_store, by_currency, term, change_after
HAVING change != 0
LIMIT 200001;

-- metrics.run.instant
SELECT
    by_store,
    by_currency,
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        toUnixTimestamp64Milli(started_at) AS started_ms,
        toUnixTimestamp64Milli(due_at) AS due_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms
    SELECT
        store AS by_store,
        currency AS by_currency,
        arrayJoin([('money_at_risk_2', greatest(started_ms, due_ms), finished_ms, toDecimal128(money, 4))]) AS span
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND finished_at >= {first:DateTime64(3, 'UTC')}
      AND started_at < {last:DateTime64(3, 'UTC')}
      AND currency != ''
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY by_store, by_currency, term, change_after
HAVING change != 0
LIMIT 200001;
