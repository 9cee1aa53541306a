-- metrics.exception.raised_at
SELECT
    count() AS row_count,
    count() AS exceptions_per_1000_1
FROM exception FINAL
WHERE tenant = {tenant:String}
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND raised_at >= {from:DateTime64(3, 'UTC')}
  AND raised_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;

-- metrics.run.started_at
SELECT
    count() AS row_count,
    count() AS exceptions_per_1000_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND started_at >= {from:DateTime64(3, 'UTC')}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;
