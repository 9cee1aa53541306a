-- metrics.feed.silence
SELECT
    source AS by_source,
    instant,
    max(greatest(instant - newest_ms, 0)) / 1000 AS silence
FROM (SELECT client, source, store, channel, partner, {instants:Array(Int64)}[1] AS instant, toUnixTimestamp64Milli(newest) AS newest_ms FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner))
GROUP BY by_source, instant
LIMIT 200001;
