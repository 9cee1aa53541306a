-- Facts keyed by event identity: a repeat is the same row.
CREATE TABLE step {on_cluster}
(
    tenant       LowCardinality(String),
    client       LowCardinality(String),
    workflow     LowCardinality(String),
    run          String,
    source       LowCardinality(String),
    id           String,
    step         LowCardinality(String),
    started_at   DateTime64(3, 'UTC'),
    finished_at  DateTime64(3, 'UTC'),
    outcome      LowCardinality(String),
    attempt      UInt32,
    from_system  LowCardinality(String),
    to_system    LowCardinality(String),
    error_class  LowCardinality(String),
    error_code   LowCardinality(String),
    error_message String,
    sequence     Nullable(Int64),
    store        LowCardinality(String),
    channel      LowCardinality(String),
    partner      LowCardinality(String),
    attributes   Map(LowCardinality(String), String),
    content_hash UInt64,
    INDEX run_id run TYPE bloom_filter(0.01) GRANULARITY 4
)
ENGINE = {engine:ReplacingMergeTree(content_hash)}
PARTITION BY toYYYYMM(finished_at)
ORDER BY (tenant, toDate(finished_at), client, workflow, run, source, id);

-- measure: a reported number; a check when `expected` is present. Decimal, so that sums do not depend on the order of rows.
CREATE TABLE measure {on_cluster}
(
    tenant             LowCardinality(String),
    client             LowCardinality(String),
    measure            LowCardinality(String),
    source             LowCardinality(String),
    id                 String,
    time               DateTime64(3, 'UTC'),
    value              Decimal(38, 9),
    expected           Nullable(Decimal(38, 9)),
    tolerance_absolute Nullable(Decimal(38, 9)),
    tolerance_relative Nullable(Float64),
    quantity           Nullable(Decimal(38, 9)),
    unit               LowCardinality(String),
    currency           LowCardinality(String),
    entity_type        LowCardinality(String),
    entity_id          String,
    store              LowCardinality(String),
    channel            LowCardinality(String),
    partner            LowCardinality(String),
    region             LowCardinality(String),
    brand              LowCardinality(String),
    workflow           LowCardinality(String),
    attributes         Map(LowCardinality(String), String),
    content_hash       UInt64
)
ENGINE = {engine:ReplacingMergeTree(content_hash)}
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, measure, source, id);
