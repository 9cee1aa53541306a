-- metrics.exception.aged
WITH
    toUnixTimestamp64Milli(raised_at) AS raised_ms,
    toUnixTimestamp64Milli(resolved_at) AS resolved_ms,
    {at_ms:Int64} AS at_ms,
    resolved_ms >= at_ms AS is_open,
    (least(resolved_ms, at_ms) - raised_ms) / 1000 AS age_seconds
SELECT
    class AS by_exception_class,
    count() AS row_count,
    quantileExactInclusiveOrNull(0.5)(age_seconds) AS exception_resolution_p50_1,
    count() AS exception_resolution_p50_2,
    quantileExactInclusiveOrNull(0.95)(age_seconds) AS exception_resolution_p95_1,
    count() AS exception_resolution_p95_2
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND raised_at < {as_of:DateTime64(3, 'UTC')}
  AND resolved_at >= {from:DateTime64(3, 'UTC')}
GROUP BY by_exception_class
LIMIT 200001;

-- metrics.exception.aged
WITH
    toUnixTimestamp64Milli(raised_at) AS raised_ms,
    toUnixTimestamp64Milli(resolved_at) AS resolved_ms,
    100 * {severity_weight_money:Float64} * least(1, log10(1 + toFloat64(abs(money))) / log10(1 + {severity_full_money:Float64})) / greatest({severity_weight_money:Float64} + {severity_weight_compliance:Float64} + {severity_weight_partner:Float64} + {severity_weight_age:Float64}, 1e-9) AS severity_money_points,
    100 * {severity_weight_compliance:Float64} * least(1, compliance) / greatest({severity_weight_money:Float64} + {severity_weight_compliance:Float64} + {severity_weight_partner:Float64} + {severity_weight_age:Float64}, 1e-9) AS severity_compliance_points,
    100 * {severity_weight_partner:Float64} * least(1, partner_impact) / greatest({severity_weight_money:Float64} + {severity_weight_compliance:Float64} + {severity_weight_partner:Float64} + {severity_weight_age:Float64}, 1e-9) AS severity_partner_points,
    100 * {severity_weight_age:Float64} * least(1, age_seconds / {severity_full_age:Float64}) / greatest({severity_weight_money:Float64} + {severity_weight_compliance:Float64} + {severity_weight_partner:Float64} + {severity_weight_age:Float64}, 1e-9) AS severity_age_points,
    severity_money_points + severity_compliance_points + severity_partner_points + severity_age_points AS severity,
    {at_ms:Int64} AS at_ms,
    resolved_ms >= at_ms AS is_open,
    (least(resolved_ms, at_ms) - raised_ms) / 1000 AS age_seconds
SELECT
    class AS by_exception_class,
    count() AS row_count,
    maxOrNull(age_seconds) AS exception_age_oldest_1,
    count() AS exception_age_oldest_2,
    maxOrNull(severity) AS severity_score_1,
    argMaxOrNull(severity_money_points, (severity, exception)) AS severity_score_3,
    argMaxOrNull(severity_compliance_points, (severity, exception)) AS severity_score_4,
    argMaxOrNull(severity_partner_points, (severity, exception)) AS severity_score_5,
    argMaxOrNull(severity_age_points, (severity, exception)) AS severity_score_6
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND client IN {scope_clients:Array(String)}
  AND store IN {scope_store_ids:Array(String)}
  AND (client, store) IN arrayZip({scope_store_clients:Array(String)}, {scope_store_ids:Array(String)})
  AND channel IN {scope_channel_ids:Array(String)}
  AND (client, channel) IN arrayZip({scope_channel_clients:Array(String)}, {scope_channel_ids:Array(String)})
  AND partner IN {scope_partner_ids:Array(String)}
  AND (client, partner) IN arrayZip({scope_partner_clients:Array(String)}, {scope_partner_ids:Array(String)})
  AND raised_at < {as_of:DateTime64(3, 'UTC')}
  AND resolved_at >= {first:DateTime64(3, 'UTC')}
  AND is_open
GROUP BY by_exception_class
LIMIT 200001;
