-- anomaly: what was strange, one row an incident of one series. `id` follows from tenant, series and start, so scoring again writes the same
-- rows; what a restatement takes back is deleted by a row of its own. ended_at in the far future = it goes on. Dimensions a series is not told
-- apart by are ''. Written by the worker alone.
CREATE TABLE anomaly {on_cluster}
(
    tenant        LowCardinality(String),
    client        LowCardinality(String),
    id            String,
    class         LowCardinality(String),
    metric        LowCardinality(String),
    store         LowCardinality(String),
    channel       LowCardinality(String),
    partner       LowCardinality(String),
    workflow      LowCardinality(String),
    source        LowCardinality(String),
    measure       LowCardinality(String),
    currency      LowCardinality(String),
    kind          LowCardinality(String),
    severity      LowCardinality(String),
    started_at    DateTime64(3, 'UTC'),
    ended_at      DateTime64(3, 'UTC'),
    peak_at       DateTime64(3, 'UTC'),
    score         Float64,
    threshold     Float64,
    value         Float64,
    expected_low  Nullable(Float64),
    expected_high Nullable(Float64),
    numerator     Nullable(Float64),
    denominator   Nullable(Float64),
    text          String,
    version       UInt64,
    is_deleted    UInt8
)
ENGINE = {engine:ReplacingMergeTree(version, is_deleted)}
PARTITION BY toYYYYMM(started_at)
ORDER BY (tenant, toDate(started_at), client, id);

-- anomaly_band: what was expected of a series in each slot of five minutes, in the units of the slot; absent = the series was still learned.
-- Single precision draws a band. Written by the worker alone, kept as long as such short slots are looked at.
CREATE TABLE anomaly_band {on_cluster}
(
    tenant        LowCardinality(String),
    client        LowCardinality(String),
    metric        LowCardinality(String),
    store         LowCardinality(String),
    channel       LowCardinality(String),
    partner       LowCardinality(String),
    workflow      LowCardinality(String),
    source        LowCardinality(String),
    measure       LowCardinality(String),
    currency      LowCardinality(String),
    grouping      LowCardinality(String),
    slot          DateTime('UTC') CODEC(DoubleDelta, ZSTD(1)),
    expected_low  Nullable(Float32) CODEC(ZSTD(1)),
    expected_high Nullable(Float32) CODEC(ZSTD(1)),
    anomalous     UInt8,
    history_days  Float32 CODEC(ZSTD(1)),
    version       UInt64 CODEC(DoubleDelta, ZSTD(1))
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toMonday(slot)
ORDER BY (tenant, client, metric, grouping, store, channel, partner, workflow, source, measure, currency, slot)
TTL slot + INTERVAL 35 DAY;

-- The worker asks what history came since it last looked, and when: that is a few marks and not the table.
ALTER TABLE event {on_cluster} ADD INDEX IF NOT EXISTS received_range received_at TYPE minmax GRANULARITY 1;
ALTER TABLE event {on_cluster} MATERIALIZE INDEX received_range;
