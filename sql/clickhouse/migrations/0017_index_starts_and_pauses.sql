-- The deadline of a policy is no column: runs that can have theirs in a range are found by their start, or by when they were paused last.
-- An alternative of both is answered by minmax indexes alone, so the start has one beside the primary key.
ALTER TABLE run {on_cluster} ADD INDEX IF NOT EXISTS started_range started_at TYPE minmax GRANULARITY 1;
ALTER TABLE run {on_cluster} MATERIALIZE INDEX started_range;
ALTER TABLE run {on_cluster} ADD INDEX IF NOT EXISTS paused_until arrayMax(pauses.2) TYPE minmax GRANULARITY 1;
ALTER TABLE run {on_cluster} MATERIALIZE INDEX paused_until;
