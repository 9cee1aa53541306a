-- The minmax index of finished_at skips nothing where a granule holds one run that never ended. The days on which the runs of a
-- granule ended are few, so a set of them finds what ended in a range. Date32, because the far future is beyond Date.
ALTER TABLE run {on_cluster} ADD INDEX IF NOT EXISTS finished_on toDate32(finished_at) TYPE set(64) GRANULARITY 1;
ALTER TABLE run {on_cluster} MATERIALIZE INDEX finished_on;
