-- working_interval: when the clock of an SLA policy runs, [opens_at, closes_at): the hours of a calendar (or always) less the approved
-- corrections of one combination of scopes. `clock` is the hash of both, the same in every process; `seconds_before` is how long it ran
-- before, so the working time between two instants is the difference of two look-ups. Of a clock the newest generation counts; its first
-- interval has no length and says since when the clock is known. `content` tells the worker whether anything changed.
CREATE TABLE working_interval {on_cluster}
(
    tenant         LowCardinality(String),
    clock          String,
    opens_at       DateTime('UTC'),
    closes_at      DateTime('UTC'),
    seconds_before UInt32,
    generation     UInt64,
    content        UInt32
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY (tenant, clock, generation, opens_at, closes_at);
