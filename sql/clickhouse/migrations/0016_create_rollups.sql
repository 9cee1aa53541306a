-- dirty_hour: hours of which rows changed after they were rolled up. A mark is never earlier than its rows; repeats are harmless.
-- `noted_at` is the engine's clock, so that writers whose clocks differ are read in one order.
CREATE TABLE dirty_hour {on_cluster}
(
    tenant   LowCardinality(String),
    hour     DateTime('UTC'),
    noted_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC')
)
ENGINE = {engine:MergeTree}
PARTITION BY toDate(noted_at)
ORDER BY (noted_at, tenant, hour)
TTL toDateTime(noted_at) + INTERVAL 7 DAY
SETTINGS ttl_only_drop_parts = 1;

-- rollup_progress: one row. Every hour before `horizon` is rolled up, and every mark noted before `marks_read` is worked off.
CREATE TABLE rollup_progress {on_cluster}
(
    name       LowCardinality(String),
    horizon    SimpleAggregateFunction(max, DateTime('UTC')),
    marks_read SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = {engine:AggregatingMergeTree}
ORDER BY name;

-- run_hour_store: counts of runs and exceptions by hour and place. Each column belongs to one instant of a run: `started` counts the
-- runs that started in the hour, `finished` those that ended in it. A cell that has become empty stays with zeros. `*_end` is the newest
-- end of a run of the cell (1970 = none): where it lies behind the end of a question, runs that count as open there have ended since.
CREATE TABLE run_hour_store {on_cluster}
(
    tenant             LowCardinality(String),
    client             LowCardinality(String),
    store              LowCardinality(String),
    workflow           LowCardinality(String),
    channel            LowCardinality(String),
    partner            LowCardinality(String),
    brand              LowCardinality(String),
    source             LowCardinality(String),
    hour               DateTime('UTC'),
    started            UInt32,
    started_applied    UInt32,
    started_targets    UInt32,
    started_end        DateTime64(3, 'UTC'),
    finished           UInt32,
    finished_succeeded UInt32,
    finished_failed    UInt32,
    finished_first     UInt32,
    finished_retried   UInt32,
    finished_dead      UInt32,
    finished_undone    UInt32,
    finished_untouched UInt32,
    finished_retries   UInt32,
    finished_unmatched UInt32,
    finished_timed     UInt32,
    due                UInt32,
    due_on_time        UInt32,
    due_valid          UInt32,
    due_late           UInt32,
    due_end            DateTime64(3, 'UTC'),
    decided            UInt32,
    decided_met        UInt32,
    decided_breached   UInt32,
    decided_excluded   UInt32,
    decided_judged     UInt32,
    decided_end        DateTime64(3, 'UTC'),
    raised             UInt32,
    resolved           UInt32,
    version            UInt64
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toDate(hour)
ORDER BY (tenant, client, store, workflow, channel, partner, brand, source, hour)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1;

-- run_hour: the same without the store, for whole tenants and clients.
CREATE TABLE run_hour {on_cluster}
(
    tenant             LowCardinality(String),
    client             LowCardinality(String),
    workflow           LowCardinality(String),
    channel            LowCardinality(String),
    partner            LowCardinality(String),
    brand              LowCardinality(String),
    source             LowCardinality(String),
    hour               DateTime('UTC'),
    started            UInt32,
    started_applied    UInt32,
    started_targets    UInt32,
    started_end        DateTime64(3, 'UTC'),
    finished           UInt32,
    finished_succeeded UInt32,
    finished_failed    UInt32,
    finished_first     UInt32,
    finished_retried   UInt32,
    finished_dead      UInt32,
    finished_undone    UInt32,
    finished_untouched UInt32,
    finished_retries   UInt32,
    finished_unmatched UInt32,
    finished_timed     UInt32,
    due                UInt32,
    due_on_time        UInt32,
    due_valid          UInt32,
    due_late           UInt32,
    due_end            DateTime64(3, 'UTC'),
    decided            UInt32,
    decided_met        UInt32,
    decided_breached   UInt32,
    decided_excluded   UInt32,
    decided_judged     UInt32,
    decided_end        DateTime64(3, 'UTC'),
    raised             UInt32,
    resolved           UInt32,
    version            UInt64
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1;

-- run_day_store: the same by store and whole days of UTC (`hour` is the first of the day), for totals over long ranges.
CREATE TABLE run_day_store {on_cluster}
(
    tenant             LowCardinality(String),
    client             LowCardinality(String),
    store              LowCardinality(String),
    workflow           LowCardinality(String),
    channel            LowCardinality(String),
    partner            LowCardinality(String),
    brand              LowCardinality(String),
    source             LowCardinality(String),
    hour               DateTime('UTC'),
    started            UInt32,
    started_applied    UInt32,
    started_targets    UInt32,
    started_end        DateTime64(3, 'UTC'),
    finished           UInt32,
    finished_succeeded UInt32,
    finished_failed    UInt32,
    finished_first     UInt32,
    finished_retried   UInt32,
    finished_dead      UInt32,
    finished_undone    UInt32,
    finished_untouched UInt32,
    finished_retries   UInt32,
    finished_unmatched UInt32,
    finished_timed     UInt32,
    due                UInt32,
    due_on_time        UInt32,
    due_valid          UInt32,
    due_late           UInt32,
    due_end            DateTime64(3, 'UTC'),
    decided            UInt32,
    decided_met        UInt32,
    decided_breached   UInt32,
    decided_excluded   UInt32,
    decided_judged     UInt32,
    decided_end        DateTime64(3, 'UTC'),
    raised             UInt32,
    resolved           UInt32,
    version            UInt64
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, client, store, workflow, channel, partner, brand, source, hour)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1;

-- run_hour_spread: how seconds are spread (of durations, of lateness), as counts by classes of equal relative width: class k of positive
-- milliseconds holds those in (g^(k-2), g^(k-1)], g = 1.016; 0 is none, negative classes mirror positive ones. Sums of counts are exact
-- whatever is added to what, and a percentile read from them is within 0.8 %. Measured: adding up 260,000 cells takes 50 ms, merging as
-- many sketch states (quantilesDD) 2.3 s.
CREATE TABLE run_hour_spread {on_cluster}
(
    tenant   LowCardinality(String),
    client   LowCardinality(String),
    workflow LowCardinality(String),
    channel  LowCardinality(String),
    partner  LowCardinality(String),
    brand    LowCardinality(String),
    source   LowCardinality(String),
    figure   LowCardinality(String),
    hour     DateTime('UTC'),
    classes  Array(Int16),
    counts   Array(UInt64),
    version  UInt64
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, figure, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE run_day_spread {on_cluster}
(
    tenant   LowCardinality(String),
    client   LowCardinality(String),
    workflow LowCardinality(String),
    channel  LowCardinality(String),
    partner  LowCardinality(String),
    brand    LowCardinality(String),
    source   LowCardinality(String),
    figure   LowCardinality(String),
    hour     DateTime('UTC'),
    classes  Array(Int16),
    counts   Array(UInt64),
    version  UInt64
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, figure, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1;

-- The days on which the runs of a granule are due, as those on which they ended: a run without deadline spoils the minmax index.
ALTER TABLE run {on_cluster} ADD INDEX IF NOT EXISTS due_on toDate32(due_at) TYPE set(64) GRANULARITY 1;
ALTER TABLE run {on_cluster} MATERIALIZE INDEX due_on;
ALTER TABLE exception {on_cluster} ADD INDEX IF NOT EXISTS resolved_on toDate32(resolved_at) TYPE set(64) GRANULARITY 1;
ALTER TABLE exception {on_cluster} MATERIALIZE INDEX resolved_on;
