-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9) AS is_match
SELECT
    count() AS row_count,
    countIf(is_check AND is_match) AS check_match_rate_1,
    countIf(is_check) AS check_match_rate_2,
    countIf(is_check AND NOT is_match) AS check_mismatches_1,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check
SELECT
    currency AS by_currency,
    measure AS by_measure,
    count() AS row_count,
    sumIf(value, NOT is_check) AS measure_avg_1,
    countIf(NOT is_check) AS measure_avg_2,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_currency, by_measure
LIMIT 200001;
