-- An event says of itself which feed it came by (client, source, store, channel, partner): of the event, else of its target. Of old rows
-- that is read from the payload, once. `backfill` = sent as history on purpose, which says nothing about how late a source is; of old rows
-- nobody wrote that down, and what came more than a day after its time is taken for it.
ALTER TABLE event {on_cluster} ADD COLUMN IF NOT EXISTS store LowCardinality(String)
    DEFAULT if(JSONExtractString(payload, 'store') != '', JSONExtractString(payload, 'store'), JSONExtractString(payload, 'target', 'store'));
ALTER TABLE event {on_cluster} ADD COLUMN IF NOT EXISTS channel LowCardinality(String)
    DEFAULT if(JSONExtractString(payload, 'channel') != '', JSONExtractString(payload, 'channel'), JSONExtractString(payload, 'target', 'channel'));
ALTER TABLE event {on_cluster} ADD COLUMN IF NOT EXISTS partner LowCardinality(String)
    DEFAULT if(JSONExtractString(payload, 'partner') != '', JSONExtractString(payload, 'partner'), JSONExtractString(payload, 'target', 'partner'));
ALTER TABLE event {on_cluster} ADD COLUMN IF NOT EXISTS backfill UInt8 DEFAULT received_at > time + INTERVAL 1 DAY;
ALTER TABLE event {on_cluster} MATERIALIZE COLUMN store, MATERIALIZE COLUMN channel, MATERIALIZE COLUMN partner SETTINGS mutations_sync = 2;

-- A refused event says as much of its feed as can be trusted. `time` is its own where it can be read and is sane.
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS client LowCardinality(String);
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS store LowCardinality(String);
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS channel LowCardinality(String);
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS partner LowCardinality(String);
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS time Nullable(DateTime64(3, 'UTC'));

-- feed_count: how many receipts of accepted events, repeats included, one batch of one writer brought a feed, by 5 minutes of event time.
-- A batch has the same boundaries however often it is stored, so its rows replace themselves and their sum counts each receipt once.
-- `writer` is a spool, `batch` the place of its first request there.
CREATE TABLE feed_count {on_cluster}
(
    tenant   LowCardinality(String),
    day      Date,
    client   LowCardinality(String),
    source   LowCardinality(String),
    store    LowCardinality(String),
    channel  LowCardinality(String),
    partner  LowCardinality(String),
    slice    DateTime('UTC'),
    writer   LowCardinality(String),
    batch    UInt64,
    received UInt64
)
ENGINE = {engine:ReplacingMergeTree}
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, source, store, channel, partner, slice, writer, batch);

-- What is stored already counts as received once.
INSERT INTO feed_count
SELECT tenant, toDate(time) AS day, client, source, store, channel, partner, toDateTime(toStartOfFiveMinutes(time), 'UTC') AS slice,
    'before' AS writer, 0 AS batch, count() AS received
FROM event FINAL
GROUP BY tenant, day, client, source, store, channel, partner, slice
SETTINGS max_bytes_before_external_group_by = 1000000000;
