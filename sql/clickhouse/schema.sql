CREATE TABLE anomaly
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `id` String,
    `class` LowCardinality(String),
    `metric` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `workflow` LowCardinality(String),
    `source` LowCardinality(String),
    `measure` LowCardinality(String),
    `currency` LowCardinality(String),
    `kind` LowCardinality(String),
    `severity` LowCardinality(String),
    `started_at` DateTime64(3, 'UTC'),
    `ended_at` DateTime64(3, 'UTC'),
    `peak_at` DateTime64(3, 'UTC'),
    `score` Float64,
    `threshold` Float64,
    `value` Float64,
    `expected_low` Nullable(Float64),
    `expected_high` Nullable(Float64),
    `numerator` Nullable(Float64),
    `denominator` Nullable(Float64),
    `text` String,
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(started_at)
ORDER BY (tenant, toDate(started_at), client, id)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE anomaly_band
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `metric` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `workflow` LowCardinality(String),
    `source` LowCardinality(String),
    `measure` LowCardinality(String),
    `currency` LowCardinality(String),
    `grouping` LowCardinality(String),
    `slot` DateTime('UTC') CODEC(DoubleDelta, ZSTD(1)),
    `expected_low` Nullable(Float32) CODEC(ZSTD(1)),
    `expected_high` Nullable(Float32) CODEC(ZSTD(1)),
    `anomalous` UInt8,
    `history_days` Float32 CODEC(ZSTD(1)),
    `version` UInt64 CODEC(DoubleDelta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toMonday(slot)
ORDER BY (tenant, client, metric, grouping, store, channel, partner, workflow, source, measure, currency, slot) TTL slot + toIntervalDay(35)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE decision
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `decision` String,
    `kind` LowCardinality(String),
    `source` LowCardinality(String),
    `id` String,
    `time` DateTime64(3, 'UTC'),
    `model` LowCardinality(String),
    `model_version` LowCardinality(String),
    `action` LowCardinality(String),
    `confidence` Nullable(Float64),
    `verdict` LowCardinality(String),
    `reason` String,
    `workflow` LowCardinality(String),
    `run` String,
    `exception` String,
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `region` LowCardinality(String),
    `brand` LowCardinality(String),
    `actor` LowCardinality(String),
    `attributes` Map(LowCardinality(String), String),
    `content_hash` UInt64
)
ENGINE = ReplacingMergeTree(content_hash)
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, decision, source, id)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE dirty_hour
(
    `tenant` LowCardinality(String),
    `hour` DateTime('UTC'),
    `noted_at` DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC')
)
ENGINE = MergeTree
PARTITION BY toDate(noted_at)
ORDER BY (noted_at, tenant, hour) TTL toDateTime(noted_at) + toIntervalDay(7)
SETTINGS ttl_only_drop_parts = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE event
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `id` String,
    `kind` LowCardinality(String),
    `time` DateTime64(3, 'UTC'),
    `received_at` DateTime64(3, 'UTC'),
    `payload` String CODEC(ZSTD(1)),
    `content_hash` UInt64,
    `store` LowCardinality(String) DEFAULT if(JSONExtractString(payload, 'store') != '', JSONExtractString(payload, 'store'), JSONExtractString(payload, 'target', 'store')),
    `channel` LowCardinality(String) DEFAULT if(JSONExtractString(payload, 'channel') != '', JSONExtractString(payload, 'channel'), JSONExtractString(payload, 'target', 'channel')),
    `partner` LowCardinality(String) DEFAULT if(JSONExtractString(payload, 'partner') != '', JSONExtractString(payload, 'partner'), JSONExtractString(payload, 'target', 'partner')),
    `backfill` UInt8 DEFAULT received_at > (time + toIntervalDay(1)),
    INDEX received_range received_at TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(content_hash)
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, source, id)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE exception
(
    `tenant` LowCardinality(String),
    `day` Date,
    `client` LowCardinality(String),
    `exception` String,
    `class` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `region` LowCardinality(String),
    `brand` LowCardinality(String),
    `workflow` LowCardinality(String),
    `run` String,
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `message` String,
    `raised_at` DateTime64(3, 'UTC'),
    `resolved_at` DateTime64(3, 'UTC'),
    `money` Decimal(18, 4),
    `currency` LowCardinality(String),
    `compliance` Float64,
    `partner_impact` Float64,
    `cause` String,
    `resolution` String,
    `attributes` Map(LowCardinality(String), String),
    `version` UInt64,
    `is_deleted` UInt8,
    INDEX resolved_range resolved_at TYPE minmax GRANULARITY 1,
    INDEX resolved_on toDate32(resolved_at) TYPE set(64) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, exception)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE feed
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `first_seen` SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
    `newest` SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    `received` SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    `cadence` SimpleAggregateFunction(max, Tuple(DateTime64(3, 'UTC'), UInt32)),
    `workflows` SimpleAggregateFunction(groupUniqArrayArray, Array(String)),
    `complete` SimpleAggregateFunction(max, Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC')))
)
ENGINE = AggregatingMergeTree
ORDER BY (tenant, client, source, store, channel, partner)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE feed_activity
(
    `tenant` LowCardinality(String),
    `day` Date,
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `slice` DateTime('UTC'),
    `newest` SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, source, store, channel, partner, slice)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE feed_count
(
    `tenant` LowCardinality(String),
    `day` Date,
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `slice` DateTime('UTC'),
    `writer` LowCardinality(String),
    `batch` UInt64,
    `received` UInt64
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, source, store, channel, partner, slice, writer, batch)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE feed_day
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `day` Date,
    `h00` SimpleAggregateFunction(groupBitOr, UInt64),
    `h01` SimpleAggregateFunction(groupBitOr, UInt64),
    `h02` SimpleAggregateFunction(groupBitOr, UInt64),
    `h03` SimpleAggregateFunction(groupBitOr, UInt64),
    `h04` SimpleAggregateFunction(groupBitOr, UInt64),
    `h05` SimpleAggregateFunction(groupBitOr, UInt64),
    `h06` SimpleAggregateFunction(groupBitOr, UInt64),
    `h07` SimpleAggregateFunction(groupBitOr, UInt64),
    `h08` SimpleAggregateFunction(groupBitOr, UInt64),
    `h09` SimpleAggregateFunction(groupBitOr, UInt64),
    `h10` SimpleAggregateFunction(groupBitOr, UInt64),
    `h11` SimpleAggregateFunction(groupBitOr, UInt64),
    `h12` SimpleAggregateFunction(groupBitOr, UInt64),
    `h13` SimpleAggregateFunction(groupBitOr, UInt64),
    `h14` SimpleAggregateFunction(groupBitOr, UInt64),
    `h15` SimpleAggregateFunction(groupBitOr, UInt64),
    `h16` SimpleAggregateFunction(groupBitOr, UInt64),
    `h17` SimpleAggregateFunction(groupBitOr, UInt64),
    `h18` SimpleAggregateFunction(groupBitOr, UInt64),
    `h19` SimpleAggregateFunction(groupBitOr, UInt64),
    `h20` SimpleAggregateFunction(groupBitOr, UInt64),
    `h21` SimpleAggregateFunction(groupBitOr, UInt64),
    `h22` SimpleAggregateFunction(groupBitOr, UInt64),
    `h23` SimpleAggregateFunction(groupBitOr, UInt64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, client, source, store, channel, partner, day)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE fold_part
(
    `tenant` LowCardinality(String),
    `subject` LowCardinality(String),
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `subject_id` String,
    `source` LowCardinality(String),
    `id` String,
    `part` LowCardinality(String),
    `day` Date,
    `time` DateTime64(3, 'UTC'),
    `body` String CODEC(ZSTD(1)),
    `content_hash` UInt64
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant, subject, client, workflow, subject_id, source, id, part, content_hash, day)
SETTINGS index_granularity = 1024, auto_statistics_types = '';

CREATE TABLE measure
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `measure` LowCardinality(String),
    `source` LowCardinality(String),
    `id` String,
    `time` DateTime64(3, 'UTC'),
    `value` Decimal(38, 9),
    `expected` Nullable(Decimal(38, 9)),
    `tolerance_absolute` Nullable(Decimal(38, 9)),
    `tolerance_relative` Nullable(Float64),
    `quantity` Nullable(Decimal(38, 9)),
    `unit` LowCardinality(String),
    `currency` LowCardinality(String),
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `region` LowCardinality(String),
    `brand` LowCardinality(String),
    `workflow` LowCardinality(String),
    `attributes` Map(LowCardinality(String), String),
    `content_hash` UInt64,
    `withdrawn` Bool
)
ENGINE = ReplacingMergeTree(content_hash)
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, measure, source, id)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE open_run
(
    `tenant` LowCardinality(String),
    `day` Date,
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `run` String,
    `kind` LowCardinality(String),
    `workflow_version` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `region` LowCardinality(String),
    `brand` LowCardinality(String),
    `correlation` String,
    `actor` LowCardinality(String),
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `entity_version` String,
    `change` String,
    `target` String,
    `system` LowCardinality(String),
    `started_at` DateTime64(3, 'UTC'),
    `due_at` DateTime64(3, 'UTC'),
    `finished_at` DateTime64(3, 'UTC'),
    `outcome` LowCardinality(String),
    `promise` LowCardinality(String),
    `attempts` UInt32,
    `superseded` Bool,
    `mismatched_at` DateTime64(3, 'UTC'),
    `error_class` LowCardinality(String),
    `error_code` LowCardinality(String),
    `error_message` String,
    `money` Decimal(18, 4),
    `currency` LowCardinality(String),
    `human_touched` Bool,
    `evidence` String,
    `attributes` Map(LowCardinality(String), String),
    `version` UInt64,
    `stored_at` DateTime('UTC') DEFAULT now('UTC'),
    `pauses` Array(Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC'), String)),
    `expected_answers` UInt32,
    `answers` UInt32,
    `answered_money` Decimal(18, 4),
    `promise_book` UInt64,
    `promise_policy` LowCardinality(String),
    `promise_due` DateTime64(3, 'UTC'),
    `promise_risk` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant, client, workflow, run)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE opening_interval
(
    `tenant` LowCardinality(String),
    `calendar` String,
    `opens_at` DateTime('UTC'),
    `closes_at` DateTime('UTC'),
    `seconds_before` UInt32,
    `generation` UInt64,
    `content` UInt32
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant, calendar, generation, opens_at, closes_at)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE out_of_sequence
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `source` LowCardinality(String),
    `id` String,
    `time` DateTime64(3, 'UTC'),
    `kind` LowCardinality(String),
    `counts_from` DateTime64(3, 'UTC'),
    `workflow` LowCardinality(String),
    `run` String,
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `entity_version` String,
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `version` UInt64,
    `withdrawn` Bool
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, source, id, workflow, run)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE rejected_event
(
    `tenant` LowCardinality(String),
    `received_at` DateTime64(3, 'UTC'),
    `request` String,
    `position` UInt32,
    `source` LowCardinality(String),
    `id` String,
    `reason` LowCardinality(String),
    `field` String,
    `detail` String,
    `payload` String CODEC(ZSTD(1)),
    `client` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `time` Nullable(DateTime64(3, 'UTC')),
    `sent_by` LowCardinality(String),
    `replayed_at` Nullable(DateTime64(3, 'UTC'))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(received_at)
ORDER BY (tenant, toDate(received_at), request, position)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE rollup_progress
(
    `name` LowCardinality(String),
    `horizon` SimpleAggregateFunction(max, DateTime('UTC')),
    `marks_read` SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
ORDER BY name
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run
(
    `tenant` LowCardinality(String),
    `day` Date,
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `run` String,
    `kind` LowCardinality(String),
    `workflow_version` LowCardinality(String),
    `source` LowCardinality(String),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `region` LowCardinality(String),
    `brand` LowCardinality(String),
    `correlation` String,
    `actor` LowCardinality(String),
    `entity_type` LowCardinality(String),
    `entity_id` String,
    `entity_version` String,
    `change` String,
    `target` String,
    `system` LowCardinality(String),
    `started_at` DateTime64(3, 'UTC'),
    `due_at` DateTime64(3, 'UTC'),
    `finished_at` DateTime64(3, 'UTC'),
    `outcome` LowCardinality(String),
    `promise` LowCardinality(String),
    `attempts` UInt32,
    `superseded` Bool,
    `mismatched_at` DateTime64(3, 'UTC'),
    `error_class` LowCardinality(String),
    `error_code` LowCardinality(String),
    `error_message` String,
    `money` Decimal(18, 4),
    `currency` LowCardinality(String),
    `human_touched` Bool,
    `evidence` String,
    `attributes` Map(LowCardinality(String), String),
    `version` UInt64,
    `is_deleted` UInt8,
    `pauses` Array(Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC'), String)),
    `expected_answers` UInt32,
    `answers` UInt32,
    `answered_money` Decimal(18, 4),
    `promise_book` UInt64,
    `promise_policy` LowCardinality(String),
    `promise_due` DateTime64(3, 'UTC'),
    `promise_risk` DateTime64(3, 'UTC'),
    INDEX finished_range finished_at TYPE minmax GRANULARITY 1,
    INDEX due_range due_at TYPE minmax GRANULARITY 1,
    INDEX run_id run TYPE bloom_filter(0.01) GRANULARITY 4,
    INDEX finished_on toDate32(finished_at) TYPE set(64) GRANULARITY 1,
    INDEX due_on toDate32(due_at) TYPE set(64) GRANULARITY 1,
    INDEX started_range started_at TYPE minmax GRANULARITY 1,
    INDEX paused_until arrayMax(pauses.2) TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, workflow, run)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run_day_spread
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `brand` LowCardinality(String),
    `source` LowCardinality(String),
    `figure` LowCardinality(String),
    `hour` DateTime('UTC'),
    `classes` Array(Int16),
    `counts` Array(UInt64),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, figure, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run_day_store
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `store` LowCardinality(String),
    `workflow` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `brand` LowCardinality(String),
    `source` LowCardinality(String),
    `hour` DateTime('UTC'),
    `started` UInt32,
    `started_applied` UInt32,
    `started_targets` UInt32,
    `started_end` DateTime64(3, 'UTC'),
    `finished` UInt32,
    `finished_succeeded` UInt32,
    `finished_failed` UInt32,
    `finished_first` UInt32,
    `finished_retried` UInt32,
    `finished_dead` UInt32,
    `finished_undone` UInt32,
    `finished_untouched` UInt32,
    `finished_retries` UInt32,
    `finished_unmatched` UInt32,
    `finished_timed` UInt32,
    `due` UInt32,
    `due_on_time` UInt32,
    `due_valid` UInt32,
    `due_late` UInt32,
    `due_end` DateTime64(3, 'UTC'),
    `decided` UInt32,
    `decided_met` UInt32,
    `decided_breached` UInt32,
    `decided_excluded` UInt32,
    `decided_judged` UInt32,
    `decided_end` DateTime64(3, 'UTC'),
    `raised` UInt32,
    `resolved` UInt32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, client, store, workflow, channel, partner, brand, source, hour)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run_hour
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `brand` LowCardinality(String),
    `source` LowCardinality(String),
    `hour` DateTime('UTC'),
    `started` UInt32,
    `started_applied` UInt32,
    `started_targets` UInt32,
    `started_end` DateTime64(3, 'UTC'),
    `finished` UInt32,
    `finished_succeeded` UInt32,
    `finished_failed` UInt32,
    `finished_first` UInt32,
    `finished_retried` UInt32,
    `finished_dead` UInt32,
    `finished_undone` UInt32,
    `finished_untouched` UInt32,
    `finished_retries` UInt32,
    `finished_unmatched` UInt32,
    `finished_timed` UInt32,
    `due` UInt32,
    `due_on_time` UInt32,
    `due_valid` UInt32,
    `due_late` UInt32,
    `due_end` DateTime64(3, 'UTC'),
    `decided` UInt32,
    `decided_met` UInt32,
    `decided_breached` UInt32,
    `decided_excluded` UInt32,
    `decided_judged` UInt32,
    `decided_end` DateTime64(3, 'UTC'),
    `raised` UInt32,
    `resolved` UInt32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run_hour_spread
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `brand` LowCardinality(String),
    `source` LowCardinality(String),
    `figure` LowCardinality(String),
    `hour` DateTime('UTC'),
    `classes` Array(Int16),
    `counts` Array(UInt64),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (tenant, figure, hour, client, workflow, channel, partner, brand, source)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE run_hour_store
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `store` LowCardinality(String),
    `workflow` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `brand` LowCardinality(String),
    `source` LowCardinality(String),
    `hour` DateTime('UTC'),
    `started` UInt32,
    `started_applied` UInt32,
    `started_targets` UInt32,
    `started_end` DateTime64(3, 'UTC'),
    `finished` UInt32,
    `finished_succeeded` UInt32,
    `finished_failed` UInt32,
    `finished_first` UInt32,
    `finished_retried` UInt32,
    `finished_dead` UInt32,
    `finished_undone` UInt32,
    `finished_untouched` UInt32,
    `finished_retries` UInt32,
    `finished_unmatched` UInt32,
    `finished_timed` UInt32,
    `due` UInt32,
    `due_on_time` UInt32,
    `due_valid` UInt32,
    `due_late` UInt32,
    `due_end` DateTime64(3, 'UTC'),
    `decided` UInt32,
    `decided_met` UInt32,
    `decided_breached` UInt32,
    `decided_excluded` UInt32,
    `decided_judged` UInt32,
    `decided_end` DateTime64(3, 'UTC'),
    `raised` UInt32,
    `resolved` UInt32,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toDate(hour)
ORDER BY (tenant, client, store, workflow, channel, partner, brand, source, hour)
SETTINGS min_age_to_force_merge_seconds = 600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE schema_migration
(
    `name` String,
    `checksum` String,
    `applied_at` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY name
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE step
(
    `tenant` LowCardinality(String),
    `client` LowCardinality(String),
    `workflow` LowCardinality(String),
    `run` String,
    `source` LowCardinality(String),
    `id` String,
    `step` LowCardinality(String),
    `started_at` DateTime64(3, 'UTC'),
    `finished_at` DateTime64(3, 'UTC'),
    `outcome` LowCardinality(String),
    `attempt` UInt32,
    `from_system` LowCardinality(String),
    `to_system` LowCardinality(String),
    `error_class` LowCardinality(String),
    `error_code` LowCardinality(String),
    `error_message` String,
    `sequence` Nullable(Int64),
    `store` LowCardinality(String),
    `channel` LowCardinality(String),
    `partner` LowCardinality(String),
    `attributes` Map(LowCardinality(String), String),
    `content_hash` UInt64,
    INDEX run_id run TYPE bloom_filter(0.01) GRANULARITY 4
)
ENGINE = ReplacingMergeTree(content_hash)
PARTITION BY toYYYYMM(finished_at)
ORDER BY (tenant, toDate(finished_at), client, workflow, run, source, id)
SETTINGS index_granularity = 8192, auto_statistics_types = '';

CREATE TABLE working_interval
(
    `tenant` LowCardinality(String),
    `clock` String,
    `opens_at` DateTime('UTC'),
    `closes_at` DateTime('UTC'),
    `seconds_before` UInt32,
    `generation` UInt64,
    `content` UInt32
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant, clock, generation, opens_at, closes_at)
SETTINGS index_granularity = 8192, auto_statistics_types = '';
