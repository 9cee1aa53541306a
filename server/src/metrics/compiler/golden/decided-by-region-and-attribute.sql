-- metrics.run.decided_at
WITH
    started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_start,
    due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_due,
    finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(due_at) AS due_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    least(finished_at, due_at) AS decided_at,
    multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', outcome = 'succeeded' AND finished_at <= due_at, 'met', outcome = 'cancelled' AND finished_at <= due_at, 'excluded', 'breached') AS promise_state
SELECT
    transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region,
    attributes[{by_attribute:String}] AS by_attribute_1,
    count() AS row_count,
    countIf(promise_state = 'met') AS sla_attainment_1,
    countIf(promise_state != 'excluded') AS sla_attainment_2,
    countIf(promise_state = 'met') AS sla_met_1,
    countIf(promise_state = 'breached') AS sla_breached_1,
    countIf(promise_state = 'excluded') AS sla_excluded_1,
    countIf(promise_state IN ('breached', 'overdue') AND '' != '') AS error_budget_remaining_1,
    sum(if(promise_state != 'excluded', toFloat64(0), 0)) AS error_budget_remaining_2,
    countIf(promise_state IN ('breached', 'overdue') AND '' != '') AS burn_rate_1,
    sum(if(promise_state != 'excluded', toFloat64(0), 0)) AS burn_rate_2,
    sum(if(promise_state IN ('breached', 'overdue') AND if(has_start AND has_due, due_ms - started_ms, toInt64(0)) > 0, greatest(if(has_start, least(finished_ms, toUnixTimestamp64Milli({as_of:DateTime64(3, 'UTC')})) - started_ms, toInt64(0)) - if(has_start AND has_due, due_ms - started_ms, toInt64(0)), 0), 0)) / 60000 AS sla_minutes_over_1,
    sum(multiIf(promise_state = 'met', 1, promise_state = 'breached' AND promise = '' AND outcome = 'succeeded' AND if(has_start AND has_due, due_ms - started_ms, toInt64(0)) > 0 AND if(has_start, least(finished_ms, toUnixTimestamp64Milli({as_of:DateTime64(3, 'UTC')})) - started_ms, toInt64(0)) <= 4 * if(has_start AND has_due, due_ms - started_ms, toInt64(0)), 0.5, 0)) AS apdex_1,
    countIf(promise_state != 'excluded') AS apdex_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND finished_at >= {from:DateTime64(3, 'UTC')}
  AND due_at >= {from:DateTime64(3, 'UTC')}
  AND (finished_at < {as_of:DateTime64(3, 'UTC')} OR due_at < {as_of:DateTime64(3, 'UTC')})
  AND (has_due OR promise != '')
  AND decided_at >= {from:DateTime64(3, 'UTC')}
  AND decided_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_region, by_attribute_1
LIMIT 200001;
