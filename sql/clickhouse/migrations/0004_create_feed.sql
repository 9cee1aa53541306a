-- feed_activity: in which 5-minute slices of event time a feed was heard. Coverage of any scope and range is computed from it.
CREATE TABLE feed_activity {on_cluster}
(
    tenant  LowCardinality(String),
    day     Date,
    client  LowCardinality(String),
    source  LowCardinality(String),
    store   LowCardinality(String),
    channel LowCardinality(String),
    partner LowCardinality(String),
    slice   DateTime('UTC'),
    newest  SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = {engine:AggregatingMergeTree}
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, day, client, source, store, channel, partner, slice);

-- feed: what was learned of a feed from its traffic. Every column is a max, a min or a union, so repeats are harmless.
-- cadence = (time of the heartbeat, seconds): the newest heartbeat decides.
CREATE TABLE feed {on_cluster}
(
    tenant     LowCardinality(String),
    client     LowCardinality(String),
    source     LowCardinality(String),
    store      LowCardinality(String),
    channel    LowCardinality(String),
    partner    LowCardinality(String),
    first_seen SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
    newest     SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    received   SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    cadence    SimpleAggregateFunction(max, Tuple(DateTime64(3, 'UTC'), UInt32)),
    workflows  SimpleAggregateFunction(groupUniqArrayArray, Array(String))
)
ENGINE = {engine:AggregatingMergeTree}
ORDER BY (tenant, client, source, store, channel, partner);
