-- event: append-only, as received after validation. Serves lineage, the trace view and replay.
-- Only what finds a row is a column, the rest is in the payload: parsing text is what inserts cost (measured: 0.3 us a cell).
-- Identity is (tenant, client, source, id); of two contents under one identity the greater hash stays, whatever came first.
CREATE TABLE event {on_cluster}
(
    tenant       LowCardinality(String),
    client       LowCardinality(String),
    source       LowCardinality(String),
    id           String,
    kind         LowCardinality(String),
    time         DateTime64(3, 'UTC'),
    received_at  DateTime64(3, 'UTC'),
    payload      String CODEC(ZSTD(1)),
    content_hash UInt64
)
ENGINE = {engine:ReplacingMergeTree(content_hash)}
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, source, id);

CREATE TABLE rejected_event {on_cluster}
(
    tenant      LowCardinality(String),
    received_at DateTime64(3, 'UTC'),
    request     String,
    position    UInt32,
    source      LowCardinality(String),
    id          String,
    reason      LowCardinality(String),
    field       String,
    detail      String,
    payload     String CODEC(ZSTD(1))
)
ENGINE = {engine:ReplacingMergeTree}
PARTITION BY toYYYYMM(received_at)
ORDER BY (tenant, toDate(received_at), request, position);
