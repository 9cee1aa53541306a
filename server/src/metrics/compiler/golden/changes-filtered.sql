-- metrics.change.launched_at
WITH
    (workflow = 'promotion' OR startsWith(workflow, 'promotion-') OR startsWith(workflow, 'promotion.')) AS is_promotion,
    approval_count > 0 AS is_approved,
    arrayMap(at -> (toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(approved_at)) / 1000, live_at) AS live_after_approval,
    gate_count > 0 AND gates_green_at <= launched_at AS is_ready,
    applied_count = target_count AS is_live_everywhere,
    (toUnixTimestamp64Milli(last_live_at) - toUnixTimestamp64Milli(requested_at)) / 1000 AS cycle_seconds
SELECT
    workflow AS by_workflow,
    count() AS row_count,
    quantileExactInclusiveArrayOrNullIf(0.95)(live_after_approval, is_approved) AS approval_to_live_p95_1,
    sumIf(length(live_after_approval), is_approved) AS approval_to_live_p95_2,
    countIf(is_promotion AND is_ready) AS promotion_ready_rate_1,
    countIf(is_promotion AND gate_count > 0) AS promotion_ready_rate_2,
    quantileExactInclusiveOrNullIf(0.5)(cycle_seconds, is_promotion AND is_live_everywhere) AS promotion_cycle_p50_1,
    countIf(is_promotion AND is_live_everywhere) AS promotion_cycle_p50_2,
    countIf(is_promotion AND live_count < target_count) AS promotions_late_1
FROM (
    WITH
        finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_due,
        has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time,
        target != '' AND NOT is_cancelled_in_time AS is_target,
        target = '' AND kind IN ('approval', 'task') AS is_gate,
        has_ended AND outcome = 'succeeded' AS is_done
    SELECT
        client,
        change,
        anyIf(run.workflow, target != '') AS workflow,
        anyIf(run.brand, target != '') AS brand,
        maxIf(due_at, is_target AND has_due) AS launched_at,
        countIf(is_target) AS target_count,
        countIf(is_target AND is_done) AS applied_count,
        countIf(is_target AND is_done AND finished_at <= due_at) AS live_count,
        countIf(is_gate) AS gate_count,
        maxIf(if(is_done, finished_at, toDateTime64('2200-01-01 00:00:00', 3, 'UTC')), is_gate) AS gates_green_at,
        maxIf(finished_at, is_target AND is_done) AS last_live_at,
        groupArrayIf(finished_at, is_target AND is_done) AS live_at,
        countIf(kind = 'approval' AND target = '' AND is_done) AS approval_count,
        maxIf(finished_at, kind = 'approval' AND target = '' AND is_done) AS approved_at,
        min(started_at) AS requested_at
    FROM
    (
        SELECT * FROM run FINAL
        WHERE tenant = {tenant:String}
          AND client IN {scope_clients:Array(String)}
          AND store IN {scope_store_ids:Array(String)}
          AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
          AND channel IN {scope_channel_ids:Array(String)}
          AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
          AND partner IN {scope_partner_ids:Array(String)}
          AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
          AND change != '' AND (target = '' OR (target != '' AND store IN {stores:Array(String)} AND workflow IN {workflows:Array(String)}))
          AND (client, change) IN (SELECT client, change FROM run FINAL WHERE tenant = {tenant:String} AND client IN {scope_clients:Array(String)} AND store IN {scope_store_ids:Array(String)} AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)}) AND channel IN {scope_channel_ids:Array(String)} AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)}) AND partner IN {scope_partner_ids:Array(String)} AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)}) AND change != '' AND target != '' AND store IN {stores:Array(String)} AND workflow IN {workflows:Array(String)} AND due_at >= {from:DateTime64(3, 'UTC')} AND due_at < {as_of:DateTime64(3, 'UTC')})
    ) AS run
    GROUP BY client, change
    HAVING target_count > 0
)
WHERE launched_at >= {from:DateTime64(3, 'UTC')}
  AND launched_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_workflow
LIMIT 200001;
