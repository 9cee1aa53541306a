-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    cityHash64(client, source, store, channel, partner, entity_type, entity_id) AS place
SELECT
    store AS by_store,
    count() AS row_count,
    uniqExactIf((client, store, entity_type, entity_id, toStartOfHour(time)), NOT is_check AND measure = 'stock.on_hand' AND value <= 0) AS stockout_rate_1,
    uniqExactIf((client, store, entity_type, entity_id, toStartOfHour(time)), NOT is_check AND measure = 'stock.on_hand') AS stockout_rate_2,
    if(countIf(NOT is_check AND measure = 'queue.depth') = 0, NULL, arraySum(arrayMap(each -> toFloat64(each.3), mapValues(maxMapIf(map(place, (time, id, value)), NOT is_check AND measure = 'queue.depth'))))) AS queue_depth_1,
    countIf(NOT is_check AND measure = 'queue.depth') AS queue_depth_2,
    if(countIf(NOT is_check AND measure = 'queue.oldest_age') = 0, NULL, arrayMax(arrayMap(each -> toFloat64(each.3), mapValues(maxMapIf(map(place, (time, id, value)), NOT is_check AND measure = 'queue.oldest_age'))))) AS backlog_age_1,
    countIf(NOT is_check AND measure = 'queue.oldest_age') AS backlog_age_2,
    sumIf(value, NOT is_check AND measure = 'api.errors') AS api_error_rate_1,
    sumIf(value, NOT is_check AND measure = 'api.calls') AS api_error_rate_2,
    sumIf(value, NOT is_check AND measure = 'api.throttled') AS api_throttle_rate_1,
    sumIf(value, NOT is_check AND measure = 'api.calls') AS api_throttle_rate_2,
    quantileExactInclusiveOrNullIf(0.95)(toFloat64(value) / if(unit = 'ms', 1000, 1), NOT is_check AND measure = 'api.duration') AS api_latency_p95_1,
    countIf(NOT is_check AND measure = 'api.duration') AS api_latency_p95_2,
    sumIf(value, NOT is_check AND measure = 'handling.minutes') AS handling_minutes_1,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_store
LIMIT 200001;

-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    toDecimal256(value - assumeNotNull(expected), 9) * toDecimal256(ifNull(quantity, 1), 9) AS delta,
    if(delta > 0, delta, toDecimal256(0, 18)) AS greatest_delta,
    multiIf(measure IN ('price', 'settlement'), if(delta < 0, -delta, toDecimal256(0, 18)), measure IN ('refund', 'discount'), greatest_delta, toDecimal256(0, 18)) AS leakage,
    cityHash64(client, source, store, channel, partner, entity_type, entity_id) AS place,
    abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9) AS is_match
SELECT
    store AS by_store,
    currency AS by_currency,
    count() AS row_count,
    sumIf(value, NOT is_check AND measure = 'sales.net') AS net_sales_1,
    sumIf(leakage, is_check AND NOT is_match) AS leakage_money_1,
    sumIf(leakage, is_check AND NOT is_match) AS margin_leakage_1,
    sumIf(value, NOT is_check AND measure = 'sales.net') AS margin_leakage_2,
    if(countIf(NOT is_check AND measure = 'sales.cost') = 0, NULL, toFloat64(sumIf(value, NOT is_check AND measure = 'sales.cost')) / nullIf(arraySum(mapValues(avgMapIf(map(place, toFloat64(value)), NOT is_check AND measure = 'stock.value'))), 0)) AS inventory_turns_1,
    countIf(NOT is_check AND measure = 'stock.value') AS inventory_turns_2,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_store, by_currency
LIMIT 200001;
