-- feed_day: in which minutes of a day a feed was heard, one number an hour with a bit a minute (bit 0 = its first); of a 5-minute slice the
-- newest minute is enough. One row a day instead of one a slice, sorted by feed: coverage of a quarter reads 90 rows of a feed, not 26,000.
-- Every column is a union of bits, so late events and repeats need nothing but another row.
CREATE TABLE feed_day {on_cluster}
(
    tenant  LowCardinality(String),
    client  LowCardinality(String),
    source  LowCardinality(String),
    store   LowCardinality(String),
    channel LowCardinality(String),
    partner LowCardinality(String),
    day     Date,
    h00     SimpleAggregateFunction(groupBitOr, UInt64),
    h01     SimpleAggregateFunction(groupBitOr, UInt64),
    h02     SimpleAggregateFunction(groupBitOr, UInt64),
    h03     SimpleAggregateFunction(groupBitOr, UInt64),
    h04     SimpleAggregateFunction(groupBitOr, UInt64),
    h05     SimpleAggregateFunction(groupBitOr, UInt64),
    h06     SimpleAggregateFunction(groupBitOr, UInt64),
    h07     SimpleAggregateFunction(groupBitOr, UInt64),
    h08     SimpleAggregateFunction(groupBitOr, UInt64),
    h09     SimpleAggregateFunction(groupBitOr, UInt64),
    h10     SimpleAggregateFunction(groupBitOr, UInt64),
    h11     SimpleAggregateFunction(groupBitOr, UInt64),
    h12     SimpleAggregateFunction(groupBitOr, UInt64),
    h13     SimpleAggregateFunction(groupBitOr, UInt64),
    h14     SimpleAggregateFunction(groupBitOr, UInt64),
    h15     SimpleAggregateFunction(groupBitOr, UInt64),
    h16     SimpleAggregateFunction(groupBitOr, UInt64),
    h17     SimpleAggregateFunction(groupBitOr, UInt64),
    h18     SimpleAggregateFunction(groupBitOr, UInt64),
    h19     SimpleAggregateFunction(groupBitOr, UInt64),
    h20     SimpleAggregateFunction(groupBitOr, UInt64),
    h21     SimpleAggregateFunction(groupBitOr, UInt64),
    h22     SimpleAggregateFunction(groupBitOr, UInt64),
    h23     SimpleAggregateFunction(groupBitOr, UInt64)
)
ENGINE = {engine:AggregatingMergeTree}
PARTITION BY toYYYYMM(day)
ORDER BY (tenant, client, source, store, channel, partner, day);

INSERT INTO feed_day
SELECT tenant, client, source, store, channel, partner, day,
    groupBitOrIf(bit, toHour(at) = 0) AS h00,
    groupBitOrIf(bit, toHour(at) = 1) AS h01,
    groupBitOrIf(bit, toHour(at) = 2) AS h02,
    groupBitOrIf(bit, toHour(at) = 3) AS h03,
    groupBitOrIf(bit, toHour(at) = 4) AS h04,
    groupBitOrIf(bit, toHour(at) = 5) AS h05,
    groupBitOrIf(bit, toHour(at) = 6) AS h06,
    groupBitOrIf(bit, toHour(at) = 7) AS h07,
    groupBitOrIf(bit, toHour(at) = 8) AS h08,
    groupBitOrIf(bit, toHour(at) = 9) AS h09,
    groupBitOrIf(bit, toHour(at) = 10) AS h10,
    groupBitOrIf(bit, toHour(at) = 11) AS h11,
    groupBitOrIf(bit, toHour(at) = 12) AS h12,
    groupBitOrIf(bit, toHour(at) = 13) AS h13,
    groupBitOrIf(bit, toHour(at) = 14) AS h14,
    groupBitOrIf(bit, toHour(at) = 15) AS h15,
    groupBitOrIf(bit, toHour(at) = 16) AS h16,
    groupBitOrIf(bit, toHour(at) = 17) AS h17,
    groupBitOrIf(bit, toHour(at) = 18) AS h18,
    groupBitOrIf(bit, toHour(at) = 19) AS h19,
    groupBitOrIf(bit, toHour(at) = 20) AS h20,
    groupBitOrIf(bit, toHour(at) = 21) AS h21,
    groupBitOrIf(bit, toHour(at) = 22) AS h22,
    groupBitOrIf(bit, toHour(at) = 23) AS h23
FROM
(
    SELECT tenant, client, source, store, channel, partner, day, newest AS at, bitShiftLeft(toUInt64(1), toMinute(newest)) AS bit
    FROM feed_activity
)
GROUP BY tenant, client, source, store, channel, partner, day
SETTINGS max_bytes_before_external_group_by = 1000000000;

-- opening_interval: when a calendar is open, [opens_at, closes_at), and how many open seconds came before since the first interval: the
-- open time between two instants is the difference of two look-ups. Of a calendar the newest generation counts; its first interval has no
-- length, so that one that never opens is known too. `content` tells the worker whether anything changed.
CREATE TABLE opening_interval {on_cluster}
(
    tenant         LowCardinality(String),
    calendar       String,
    opens_at       DateTime('UTC'),
    closes_at      DateTime('UTC'),
    seconds_before UInt32,
    generation     UInt64,
    content        UInt32
)
ENGINE = {engine:ReplacingMergeTree}
ORDER BY (tenant, calendar, generation, opens_at, closes_at);
