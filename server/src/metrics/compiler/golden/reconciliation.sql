-- metrics.measure.time
WITH
    isNotNull(expected) AS is_check,
    cityHash64(client, source, store, channel, partner, entity_type, entity_id) AS place,
    abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9) AS is_match
SELECT
    workflow AS by_workflow,
    count() AS row_count,
    uniqExactIf((client, workflow, place, time), is_check AND startsWith(measure, 'reconciliation.') AND NOT is_match) AS reconciliation_breaks_1,
    any(unit) AS unit_text
FROM measure FINAL
WHERE tenant = {tenant:String}
  AND NOT withdrawn
  AND time >= {from:DateTime64(3, 'UTC')}
  AND time < {as_of:DateTime64(3, 'UTC')}
GROUP BY by_workflow
LIMIT 200001;
