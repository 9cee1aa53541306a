-- metrics.started_at.rolled
SELECT
    sum(part_row_count_1) AS row_count_1,
    sum(part_runs_started_1) AS runs_started_1,
    sum(part_fanout_completeness_1) AS fanout_completeness_1,
    sum(part_fanout_completeness_2) AS fanout_completeness_2
FROM
(
    SELECT sum(started) AS part_row_count_1, sum(started) AS part_runs_started_1, sum(started_applied) AS part_fanout_completeness_1, sum(started_targets) AS part_fanout_completeness_2
    FROM run_hour FINAL
    WHERE tenant = {tenant:String}
      AND ((hour >= {hours_from:DateTime('UTC')} AND hour < {hours_to:DateTime('UTC')}) OR (hour >= {hours_from2:DateTime('UTC')} AND hour < {hours_to2:DateTime('UTC')}))
    UNION ALL
    WITH finished_at < {as_of:DateTime64(3, 'UTC')} AS has_ended,
        has_ended AND outcome = 'cancelled' AND finished_at <= due_at AS is_cancelled_in_time
    SELECT count() AS part_row_count_1, toUInt64(count()) AS part_runs_started_1, toUInt64(countIf(target != '' AND has_ended AND outcome = 'succeeded')) AS part_fanout_completeness_1, toUInt64(countIf(target != '' AND NOT is_cancelled_in_time)) AS part_fanout_completeness_2
    FROM run FINAL
    WHERE tenant = {tenant:String}
      AND ((day >= toDate({rows_from:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to:DateTime64(3, 'UTC')}) AND started_at >= {rows_from:DateTime64(3, 'UTC')} AND started_at < {rows_to:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from2:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to2:DateTime64(3, 'UTC')}) AND started_at >= {rows_from2:DateTime64(3, 'UTC')} AND started_at < {rows_to2:DateTime64(3, 'UTC')}) OR (day >= toDate({rows_from3:DateTime64(3, 'UTC')}) AND day <= toDate({rows_to3:DateTime64(3, 'UTC')}) AND started_at >= {rows_from3:DateTime64(3, 'UTC')} AND started_at < {rows_to3:DateTime64(3, 'UTC')}))
)
HAVING row_count_1 > 0
LIMIT 200001;
