-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    toDecimal256(value - assumeNotNull(expected), 9) * toDecimal256(ifNull(quantity, 1), 9) AS delta
SELECT
    currency AS by_currency,
    measure AS by_measure,
    count() AS row_count,
    sumIf(delta, is_check) AS check_net_delta_1,
    sumIf(abs(delta), is_check) AS check_absolute_delta_1,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND measure IN {measures:Array(String)}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_currency, by_measure
LIMIT 200001;

-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    toDecimal256(value - assumeNotNull(expected), 9) * toDecimal256(ifNull(quantity, 1), 9) AS delta,
    abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9) AS is_match
SELECT
    count() AS row_count,
    countIf(is_check AND measure = 'price' AND NOT is_match) AS price_conflict_rate_1,
    countIf(is_check AND measure = 'price') AS price_conflict_rate_2,
    countIf(is_check AND measure = 'inventory.position' AND NOT is_match) AS inventory_mismatch_rate_1,
    countIf(is_check AND measure = 'inventory.position') AS inventory_mismatch_rate_2,
    countIf(is_check AND measure = 'listing.attribute' AND NOT is_match) AS listing_discrepancy_rate_1,
    countIf(is_check AND measure = 'listing.attribute') AS listing_discrepancy_rate_2,
    countIf(is_check AND measure = 'tax' AND NOT is_match) AS tax_mismatch_rate_1,
    countIf(is_check AND measure = 'tax') AS tax_mismatch_rate_2,
    countIf(is_check AND measure = 'refund' AND NOT is_match) AS refund_mismatch_rate_1,
    countIf(is_check AND measure = 'refund') AS refund_mismatch_rate_2,
    countIf(is_check AND measure = 'inventory.position' AND delta > 0 AND NOT is_match) AS oversell_rate_1,
    countIf(is_check AND measure = 'inventory.position') AS oversell_rate_2,
    sumIf(abs(value - assumeNotNull(expected)), is_check AND measure = 'stock.count') AS stock_discrepancy_1,
    sumIf(assumeNotNull(expected), is_check AND measure = 'stock.count') AS stock_discrepancy_2,
    sumIf(value - assumeNotNull(expected), is_check AND measure = 'sell_through') AS sell_through_variance_1,
    sumIf(assumeNotNull(expected), is_check AND measure = 'sell_through') AS sell_through_variance_2,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND measure IN {measures:Array(String)}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    toDecimal256(value - assumeNotNull(expected), 9) * toDecimal256(ifNull(quantity, 1), 9) AS delta,
    if(delta > 0, delta, toDecimal256(0, 18)) AS greatest_delta,
    toDecimal256(value, 9) * toDecimal256(ifNull(quantity, 1), 9) AS amount
SELECT
    currency AS by_currency,
    count() AS row_count,
    sumIf(abs(delta), is_check AND measure = 'settlement') AS settlement_gap_1,
    sumIf(greatest_delta, is_check AND measure = 'refund') AS refund_leakage_1,
    sumIf(greatest_delta, is_check AND measure = 'refund') AS refund_leakage_rate_1,
    sumIf(amount, is_check AND measure = 'refund') AS refund_leakage_rate_2,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND measure IN {measures:Array(String)}
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_currency
LIMIT 200001;
