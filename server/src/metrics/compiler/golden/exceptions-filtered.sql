-- metrics.exception.raised_at
SELECT
    count() AS row_count,
    count() AS exceptions_raised_1
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND class IN {exceptionClasses:Array(String)}
  AND (mapContains(attributes, {attribute:String}) AND attributes[{attribute:String}] = {attribute_value:String})
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND raised_at >= {from:DateTime64(3, 'UTC')}
  AND raised_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.exception.resolved_at
SELECT
    count() AS row_count,
    count() AS exceptions_resolved_1
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND class IN {exceptionClasses:Array(String)}
  AND (mapContains(attributes, {attribute:String}) AND attributes[{attribute:String}] = {attribute_value:String})
  AND resolved_at >= {from:DateTime64(3, 'UTC')}
  AND resolved_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;
