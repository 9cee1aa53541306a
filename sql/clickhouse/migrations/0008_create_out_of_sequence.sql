-- What an expectation run waits for and has got: answers expected (0 = not an expectation, or what it answers is not known yet),
-- answers that came, and their amount in the currency of the run.
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS expected_answers UInt32;
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS answers UInt32;
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS answered_money Decimal(18, 4);
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS expected_answers UInt32;
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS answers UInt32;
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS answered_money Decimal(18, 4);

-- Checks of expectations are derived: one whose day moves is withdrawn under the day it has left.
ALTER TABLE measure {on_cluster} ADD COLUMN IF NOT EXISTS withdrawn Bool;

-- out_of_sequence: events that came in the wrong order. An end whose start did not come within 15 minutes counts from then on;
-- a row is written when an end comes first and withdrawn when its start comes in time. Of a version of an entity that was already
-- surpassed, the row is never withdrawn. Keyed by event identity, so repeats do not count.
CREATE TABLE out_of_sequence {on_cluster}
(
    tenant         LowCardinality(String),
    client         LowCardinality(String),
    source         LowCardinality(String),
    id             String,
    time           DateTime64(3, 'UTC'),
    kind           LowCardinality(String),
    counts_from    DateTime64(3, 'UTC'),
    workflow       LowCardinality(String),
    run            String,
    entity_type    LowCardinality(String),
    entity_id      String,
    entity_version String,
    store          LowCardinality(String),
    channel        LowCardinality(String),
    partner        LowCardinality(String),
    version        UInt64,
    withdrawn      Bool
)
ENGINE = {engine:ReplacingMergeTree(version)}
PARTITION BY toYYYYMM(time)
ORDER BY (tenant, toDate(time), client, source, id, workflow, run);
