-- metrics.run.instant
SELECT
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        toUnixTimestamp64Milli(started_at) AS started_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms
    SELECT
        arrayJoin([('approvals_pending_1', started_ms, if(kind = 'approval', finished_ms, 0), toDecimal128(1, 4))]) AS span
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

-- metrics.run.instant
SELECT
    by_currency,
    span.1 AS term,
    roundDown(edge.1, {instants:Array(Int64)}) AS change_after,
    sum(edge.2) AS change
FROM
(
    WITH
        toUnixTimestamp64Milli(started_at) AS started_ms,
        toUnixTimestamp64Milli(due_at) AS due_ms,
        toUnixTimestamp64Milli(finished_at) AS finished_ms,
        (workflow = 'erp-posting' OR startsWith(workflow, 'erp-posting-') OR startsWith(workflow, 'erp-posting.')) AS is_posting
    SELECT
        currency AS by_currency,
        arrayJoin([('unposted_amount_1', greatest(started_ms, due_ms + 0), if(is_posting, least(finished_ms, due_ms + 86400000), 0), toDecimal128(money, 4)), ('unposted_amount_2', greatest(started_ms, due_ms + 86400000), if(is_posting, least(finished_ms, due_ms + 259200000), 0), toDecimal128(money, 4)), ('unposted_amount_3', greatest(started_ms, due_ms + 259200000), if(is_posting, least(finished_ms, due_ms + 604800000), 0), toDecimal128(money, 4)), ('unposted_amount_4', greatest(started_ms, due_ms + 604800000), if(is_posting, finished_ms, 0), toDecimal128(money, 4)), ('money_in_progress_2', started_ms, finished_ms, toDecimal128(money, 4))]) AS span
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND finished_at >= {first:DateTime64(3, 'UTC')}
      AND started_at < {last:DateTime64(3, 'UTC')}
      AND currency != ''
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY by_currency, term, change_after
HAVING change != 0
LIMIT 200001;

-- metrics.exception.instant
SELECT
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
        currency AS by_currency,
        arrayJoin([('money_in_progress_1', raised_ms, resolved_ms, toDecimal128(money, 4))]) AS span
    FROM exception FINAL
    WHERE tenant = {tenant:String}
      AND resolved_at >= {first:DateTime64(3, 'UTC')}
      AND raised_at < {last:DateTime64(3, 'UTC')}
      AND currency != ''
)
ARRAY JOIN [(span.2, span.4), (span.3, -span.4)] AS edge
WHERE span.2 < span.3
GROUP BY by_currency, term, change_after
HAVING change != 0
LIMIT 200001;
