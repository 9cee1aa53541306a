-- metrics.run.instant
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms
SELECT
    workflow AS by_workflow,
    countIf(started_ms < {at_ms:Int64} AND if(kind = 'approval', finished_ms, 0) >= {at_ms:Int64}) AS approvals_pending_1
FROM open_run FINAL
WHERE tenant = {tenant:String}
  AND finished_at >= {at:DateTime64(3, 'UTC')}
  AND started_at < {at:DateTime64(3, 'UTC')}
GROUP BY by_workflow
HAVING approvals_pending_1 != 0
LIMIT 200001;

-- metrics.run.instant
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(due_at) AS due_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    (workflow = 'erp-posting' OR startsWith(workflow, 'erp-posting-') OR startsWith(workflow, 'erp-posting.')) AS is_posting
SELECT
    workflow AS by_workflow,
    currency AS by_currency,
    sumIf(money, greatest(started_ms, due_ms + 0) < {at_ms:Int64} AND if(is_posting, least(finished_ms, due_ms + 86400000), 0) >= {at_ms:Int64}) AS unposted_amount_1,
    sumIf(money, greatest(started_ms, due_ms + 86400000) < {at_ms:Int64} AND if(is_posting, least(finished_ms, due_ms + 259200000), 0) >= {at_ms:Int64}) AS unposted_amount_2,
    sumIf(money, greatest(started_ms, due_ms + 259200000) < {at_ms:Int64} AND if(is_posting, least(finished_ms, due_ms + 604800000), 0) >= {at_ms:Int64}) AS unposted_amount_3,
    sumIf(money, greatest(started_ms, due_ms + 604800000) < {at_ms:Int64} AND if(is_posting, finished_ms, 0) >= {at_ms:Int64}) AS unposted_amount_4
FROM open_run FINAL
WHERE tenant = {tenant:String}
  AND finished_at >= {at:DateTime64(3, 'UTC')}
  AND started_at < {at:DateTime64(3, 'UTC')}
  AND currency != ''
GROUP BY by_workflow, by_currency
HAVING unposted_amount_1 != 0 OR unposted_amount_2 != 0 OR unposted_amount_3 != 0 OR unposted_amount_4 != 0
LIMIT 200001;
