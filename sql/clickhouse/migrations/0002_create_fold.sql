-- fold_part: the truth of the fold. One row says what one event contributes to one subject (a run, an exception, or the
-- publications of an entity). A subject's state is a pure function of the set of its parts, so order and repetition do
-- not matter; two contents under one event identity are two parts, of which the fold takes the greater hash. `day` is the
-- day under which the serving row was written with this part; it belongs to the key so that the days a subject was ever
-- served under are never forgotten and their tombstones can always be written.
CREATE TABLE fold_part {on_cluster}
(
    tenant       LowCardinality(String),
    subject      LowCardinality(String),
    client       LowCardinality(String),
    workflow     LowCardinality(String),
    subject_id   String,
    source       LowCardinality(String),
    id           String,
    part         LowCardinality(String),
    day          Date,
    time         DateTime64(3, 'UTC'),
    body         String CODEC(ZSTD(1)),
    content_hash UInt64
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY (tenant, subject, client, workflow, subject_id, source, id, part, content_hash, day)
SETTINGS index_granularity = 1024;

-- run: what dashboards scan, derived from fold_part. Sorted by time; a run whose day moves leaves a tombstone at its old key.
-- Absent instants are the far future (2200-01-01) so that minmax indexes answer "open" and "overdue".
CREATE TABLE run {on_cluster}
(
    tenant           LowCardinality(String),
    day              Date,
    client           LowCardinality(String),
    workflow         LowCardinality(String),
    run              String,
    kind             LowCardinality(String),
    workflow_version LowCardinality(String),
    source           LowCardinality(String),
    store            LowCardinality(String),
    channel          LowCardinality(String),
    partner          LowCardinality(String),
    region           LowCardinality(String),
    brand            LowCardinality(String),
    correlation      String,
    actor            LowCardinality(String),
    entity_type      LowCardinality(String),
    entity_id        String,
    entity_version   String,
    change           String,
    target           String,
    system           LowCardinality(String),
    started_at       DateTime64(3, 'UTC'),
    due_at           DateTime64(3, 'UTC'),
    finished_at      DateTime64(3, 'UTC'),
    outcome          LowCardinality(String),
    promise          LowCardinality(String),
    attempts         UInt32,
    superseded       Bool,
    mismatched_at    DateTime64(3, 'UTC'),
    error_class      LowCardinality(String),
    error_code       LowCardinality(String),
    error_message    String,
    money            Decimal(18, 4),
    currency         LowCardinality(String),
    human_touched    Bool,
    evidence         String,
    attributes       Map(LowCardinality(String), String),
    version          UInt64,
    is_deleted       UInt8,
    INDEX finished_range finished_at TYPE minmax GRANULARITY 1,
    INDEX due_range due_at TYPE minmax GRANULARITY 1,
    INDEX run_id run TYPE bloom_filter(0.01) GRANULARITY 4
)
ENGINE = {engine:ReplacingMergeTree(version, is_deleted)}
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, workflow, run);

-- exception: derived from fold_part like run; day = day of raised, else of resolved.
CREATE TABLE exception {on_cluster}
(
    tenant         LowCardinality(String),
    day            Date,
    client         LowCardinality(String),
    exception      String,
    class          LowCardinality(String),
    source         LowCardinality(String),
    store          LowCardinality(String),
    channel        LowCardinality(String),
    partner        LowCardinality(String),
    region         LowCardinality(String),
    brand          LowCardinality(String),
    workflow       LowCardinality(String),
    run            String,
    entity_type    LowCardinality(String),
    entity_id      String,
    message        String,
    raised_at      DateTime64(3, 'UTC'),
    resolved_at    DateTime64(3, 'UTC'),
    money          Decimal(18, 4),
    currency       LowCardinality(String),
    compliance     Float64,
    partner_impact Float64,
    cause          String,
    resolution     String,
    attributes     Map(LowCardinality(String), String),
    version        UInt64,
    is_deleted     UInt8,
    INDEX resolved_range resolved_at TYPE minmax GRANULARITY 1
)
ENGINE = {engine:ReplacingMergeTree(version, is_deleted)}
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, exception);
