-- metrics.decided_at.rolled
SELECT
    by_region,
    sum(part_row_count_1) AS row_count_1,
    sum(part_sla_attainment_1) AS sla_attainment_1,
    sum(part_sla_attainment_2) AS sla_attainment_2,
    sum(part_sla_met_1) AS sla_met_1,
    sum(part_sla_breached_1) AS sla_breached_1,
    sum(part_sla_excluded_1) AS sla_excluded_1
FROM
(
    SELECT transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region, sum(decided) AS part_row_count_1, sum(decided_met) AS part_sla_attainment_1, sum(decided_judged) AS part_sla_attainment_2, sum(decided_met) AS part_sla_met_1, sum(decided_breached) AS part_sla_breached_1, sum(decided_excluded) AS part_sla_excluded_1
    FROM run_day_store FINAL
    WHERE tenant = {tenant:String}
      AND client IN {scope_clients:Array(String)}
      AND store IN {scope_store_ids:Array(String)}
      AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
      AND channel IN {scope_channel_ids:Array(String)}
      AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
      AND partner IN {scope_partner_ids:Array(String)}
      AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
      AND hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}
    GROUP BY by_region
    UNION ALL
    SELECT transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region, sum(decided) AS part_row_count_1, sum(decided_met) AS part_sla_attainment_1, sum(decided_judged) AS part_sla_attainment_2, sum(decided_met) AS part_sla_met_1, sum(decided_breached) AS part_sla_breached_1, sum(decided_excluded) AS part_sla_excluded_1
    FROM run_hour_store FINAL
    WHERE tenant = {tenant:String}
      AND client IN {scope_clients:Array(String)}
      AND store IN {scope_store_ids:Array(String)}
      AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
      AND channel IN {scope_channel_ids:Array(String)}
      AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
      AND partner IN {scope_partner_ids:Array(String)}
      AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
      AND ((hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}) OR (hour >= {hours_from3:DateTime('UTC')} AND hour < {hours_to3:DateTime('UTC')}) OR (hour >= {hours_from4:DateTime('UTC')} AND hour < {hours_to4:DateTime('UTC')}))
    GROUP BY by_region
    UNION ALL
    WITH due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_due,
        finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', outcome = 'succeeded' AND finished_at <= due_at, 'met', outcome = 'cancelled' AND finished_at <= due_at, 'excluded', 'breached') AS promise_state
    SELECT transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region, count() AS part_row_count_1, toUInt64(countIf(promise_state = 'met')) AS part_sla_attainment_1, toUInt64(countIf(promise_state != 'excluded')) AS part_sla_attainment_2, toUInt64(countIf(promise_state = 'met')) AS part_sla_met_1, toUInt64(countIf(promise_state = 'breached')) AS part_sla_breached_1, toUInt64(countIf(promise_state = 'excluded')) AS part_sla_excluded_1
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND client IN {scope_clients:Array(String)}
      AND store IN {scope_store_ids:Array(String)}
      AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
      AND channel IN {scope_channel_ids:Array(String)}
      AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
      AND partner IN {scope_partner_ids:Array(String)}
      AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
      AND (has_due OR promise != '') AND finished_at <= due_at
      AND ((finished_at >= {rows_from:DateTime64(3, 'UTC')} AND finished_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from2:DateTime64(3, 'UTC')} AND finished_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (finished_at >= {rows_from3:DateTime64(3, 'UTC')} AND finished_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(finished_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(finished_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    GROUP BY by_region
    UNION ALL
    WITH due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_due,
        finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', outcome = 'succeeded' AND finished_at <= due_at, 'met', outcome = 'cancelled' AND finished_at <= due_at, 'excluded', 'breached') AS promise_state
    SELECT transform(concat(client, '\0', store), {region_of_stores:Array(String)}, {region_of_store:Array(String)}, '') AS by_region, count() AS part_row_count_1, toUInt64(countIf(promise_state = 'met')) AS part_sla_attainment_1, toUInt64(countIf(promise_state != 'excluded')) AS part_sla_attainment_2, toUInt64(countIf(promise_state = 'met')) AS part_sla_met_1, toUInt64(countIf(promise_state = 'breached')) AS part_sla_breached_1, toUInt64(countIf(promise_state = 'excluded')) AS part_sla_excluded_1
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND client IN {scope_clients:Array(String)}
      AND store IN {scope_store_ids:Array(String)}
      AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
      AND channel IN {scope_channel_ids:Array(String)}
      AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
      AND partner IN {scope_partner_ids:Array(String)}
      AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
      AND (has_due OR promise != '') AND due_at < finished_at
      AND ((due_at >= {rows_from:DateTime64(3, 'UTC')} AND due_at < {rows_to:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from2:DateTime64(3, 'UTC')} AND due_at < {rows_to2:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from2:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to2:DateTime64(3, 'UTC')})) OR (due_at >= {rows_from3:DateTime64(3, 'UTC')} AND due_at < {rows_to3:DateTime64(3, 'UTC')} AND toDate32(due_at) >= toDate32({rows_from3:DateTime64(3, 'UTC')}) AND toDate32(due_at) <= toDate32({rows_to3:DateTime64(3, 'UTC')})))
    GROUP BY by_region
)
GROUP BY by_region
HAVING row_count_1 > 0
LIMIT 200001;
