-- metrics.run.started_at
WITH
    finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
    has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time
SELECT
    count() AS row_count,
    count() AS runs_started_1,
    countIf(target != '' AND has_ended AND outcome = 'succeeded') AS fanout_completeness_1,
    countIf(target != '' AND NOT is_cancelled_in_time) AS fanout_completeness_2
FROM run FINAL
WHERE tenant = {tenant:String}
  AND day >= toDate({from:DateTime64(3, 'UTC')})
  AND day <= toDate({as_of:DateTime64(3, 'UTC')})
  AND started_at >= {from:DateTime64(3, 'UTC')}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
LIMIT 200001;
