-- metrics.run.instant
SELECT
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_due,
        toUnixTimestamp64Milli(started_at) AS started_ms,
        toUnixTimestamp64Milli(due_at) AS due_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms
    SELECT
        arrayJoin([('runs_open_1', started_ms, finished_ms, toDecimal128(1, 4)), ('sla_overdue_1', greatest(started_ms, due_ms), finished_ms, toDecimal128(1, 4)), ('sla_at_risk_1', greatest(started_ms, started_ms + intDiv(4 * (due_ms - started_ms) + 4, 5) - 1), if(has_due, least(due_ms, finished_ms), 0), toDecimal128(1, 4))]) AS span
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND finished_at >= {first:DateTime64(3, 'UTC')}
      AND started_at < {last:DateTime64(3, 'UTC')}
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY term, change_after
HAVING change != 0
LIMIT 200001;

-- metrics.exception.instant
SELECT
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        toUnixTimestamp64Milli(raised_at) AS raised_ms,
        toUnixTimestamp64Milli(resolved_at) AS resolved_ms
    SELECT
        arrayJoin([('exceptions_open_1', raised_ms, resolved_ms, toDecimal128(1, 4))]) AS span
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND resolved_at >= {first:DateTime64(3, 'UTC')}
      AND raised_at < {last:DateTime64(3, 'UTC')}
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY term, change_after
HAVING change != 0
LIMIT 200001;
