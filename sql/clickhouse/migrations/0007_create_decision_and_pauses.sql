-- decision: what an automation or a model decided (made), and what a person said of it (reviewed). Keyed by event identity.
CREATE TABLE decision {on_cluster}
(
    tenant        LowCardinality(String),
    client        LowCardinality(String),
    decision      String,
    kind          LowCardinality(String),
    source        LowCardinality(String),
    id            String,
    time          DateTime64(3, 'UTC'),
    model         LowCardinality(String),
    model_version LowCardinality(String),
    action        LowCardinality(String),
    confidence    Nullable(Float64),
    verdict       LowCardinality(String),
    reason        String,
    workflow      LowCardinality(String),
    run           String,
    exception     String,
    entity_type   LowCardinality(String),
    entity_id     String,
    store         LowCardinality(String),
    channel       LowCardinality(String),
    partner       LowCardinality(String),
    region        LowCardinality(String),
    brand         LowCardinality(String),
    actor         LowCardinality(String),
    attributes    Map(LowCardinality(String), String),
    content_hash  UInt64
)
ENGINE = {engine:ReplacingMergeTree(content_hash)}
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, decision, source, id);

-- Pauses of a run: from, to (far future = it still waits), reason. Sorted by from; they may overlap, their union counts.
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS pauses Array(Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC'), String));
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS pauses Array(Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC'), String));
