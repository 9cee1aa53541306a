-- metrics.decision.made_at
SELECT
    model AS by_model,
    roundDown(toUnixTimestamp64Milli(made_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    count() AS decisions_made_1
FROM (
    SELECT made.*, reviewed.reviewed_at AS reviewed_at, reviewed.verdict AS verdict
    FROM
    (
        SELECT client, decision, min(time) AS made_at, argMax(decision.source, (time, id)) AS source, argMax(decision.store, (time, id)) AS store, argMax(decision.channel, (time, id)) AS channel, argMax(decision.partner, (time, id)) AS partner, argMax(decision.brand, (time, id)) AS brand, argMax(decision.workflow, (time, id)) AS workflow, argMax(decision.model, (time, id)) AS model, argMax(decision.action, (time, id)) AS action, argMax(decision.confidence, (time, id)) AS confidence, argMax(decision.attributes, (time, id)) AS attributes
        FROM
        (
            SELECT * FROM decision FINAL
            WHERE tenant = {tenant:String}
              AND client IN {scope_clients:Array(String)}
              AND store IN {scope_store_ids:Array(String)}
              AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
              AND channel IN {scope_channel_ids:Array(String)}
              AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
              AND partner IN {scope_partner_ids:Array(String)}
              AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
              AND kind = 'made' AND time < {as_of:DateTime64(3, 'UTC')}
              AND (client, decision) IN (SELECT client, decision FROM decision WHERE tenant = {tenant:String} AND time >= {from:DateTime64(3, 'UTC')} AND time < {as_of:DateTime64(3, 'UTC')})
        ) AS decision
        GROUP BY client, decision
    ) AS made
    LEFT JOIN
    (
        SELECT client, decision, max(time) AS reviewed_at, argMax(decision.verdict, (time, id)) AS verdict
        FROM decision FINAL
        WHERE tenant = {tenant:String} AND kind = 'reviewed' AND time < {as_of:DateTime64(3, 'UTC')} AND (client, decision) IN (SELECT client, decision FROM decision WHERE tenant = {tenant:String} AND time >= {from:DateTime64(3, 'UTC')} AND time < {as_of:DateTime64(3, 'UTC')})
        GROUP BY client, decision
    ) AS reviewed USING (client, decision)
)
WHERE made_at >= {from:DateTime64(3, 'UTC')}
  AND made_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_model), (by_model, bucket))
LIMIT 200001;

-- metrics.decision.reviewed_at
WITH
    verdict != '' AS is_reviewed,
    verdict = 'accepted' AS is_accepted,
    isNotNull(confidence) AS has_confidence,
    toUInt8(least(9, floor(assumeNotNull(confidence) * 10))) AS tenth
SELECT
    model AS by_model,
    roundDown(toUnixTimestamp64Milli(reviewed_at), {bounds:Array(Int64)}) AS bucket,
    grouping(bucket) AS is_total,
    count() AS row_count,
    countIf(is_accepted) AS acceptance_rate_1,
    countIf(is_reviewed) AS acceptance_rate_2,
    countIf(verdict = 'overridden') AS override_rate_1,
    countIf(is_reviewed) AS override_rate_2,
    if(countIf(is_reviewed AND has_confidence) = 0, NULL, arraySum(gap -> abs(gap), (sumMapIf([tenth], [assumeNotNull(confidence) - is_accepted], is_reviewed AND has_confidence)).2) / countIf(is_reviewed AND has_confidence)) AS calibration_error_1,
    countIf(is_reviewed AND has_confidence) AS calibration_error_2
FROM (
    SELECT made.*, reviewed.reviewed_at AS reviewed_at, reviewed.verdict AS verdict
    FROM
    (
        SELECT client, decision, min(time) AS made_at, argMax(decision.source, (time, id)) AS source, argMax(decision.store, (time, id)) AS store, argMax(decision.channel, (time, id)) AS channel, argMax(decision.partner, (time, id)) AS partner, argMax(decision.brand, (time, id)) AS brand, argMax(decision.workflow, (time, id)) AS workflow, argMax(decision.model, (time, id)) AS model, argMax(decision.action, (time, id)) AS action, argMax(decision.confidence, (time, id)) AS confidence, argMax(decision.attributes, (time, id)) AS attributes
        FROM
        (
            SELECT * FROM decision FINAL
            WHERE tenant = {tenant:String}
              AND client IN {scope_clients:Array(String)}
              AND store IN {scope_store_ids:Array(String)}
              AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
              AND channel IN {scope_channel_ids:Array(String)}
              AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
              AND partner IN {scope_partner_ids:Array(String)}
              AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
              AND kind = 'made' AND time < {as_of:DateTime64(3, 'UTC')}
              AND (client, decision) IN (SELECT client, decision FROM decision WHERE tenant = {tenant:String} AND time >= {from:DateTime64(3, 'UTC')} AND time < {as_of:DateTime64(3, 'UTC')})
        ) AS decision
        GROUP BY client, decision
    ) AS made
    LEFT JOIN
    (
        SELECT client, decision, max(time) AS reviewed_at, argMax(decision.verdict, (time, id)) AS verdict
        FROM decision FINAL
        WHERE tenant = {tenant:String} AND kind = 'reviewed' AND time < {as_of:DateTime64(3, 'UTC')} AND (client, decision) IN (SELECT client, decision FROM decision WHERE tenant = {tenant:String} AND time >= {from:DateTime64(3, 'UTC')} AND time < {as_of:DateTime64(3, 'UTC')})
        GROUP BY client, decision
    ) AS reviewed USING (client, decision)
)
WHERE reviewed_at >= {from:DateTime64(3, 'UTC')}
  AND reviewed_at < {as_of:DateTime64(3, 'UTC')}
GROUP BY GROUPING SETS ((by_model), (by_model, bucket))
LIMIT 200001;
