-- metrics.feed.silence
SELECT
    instant,
    max(greatest(instant - newest_ms, 0)) / 1000 AS silence
FROM (SELECT client, source, store, channel, partner, asked.instant AS instant, active.heard_at AS newest_ms FROM (SELECT client, source, store, channel, partner, arrayJoin({instants:Array(Int64)}) AS instant FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner)) AS asked ASOF INNER JOIN (SELECT client, source, store, channel, partner, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_at FROM feed_activity WHERE tenant = {tenant:String} AND day <= toDate({as_of:DateTime64(3, 'UTC')}) GROUP BY client, source, store, channel, partner, slice) AS active ON asked.client = active.client AND asked.source = active.source AND asked.store = active.store AND asked.channel = active.channel AND asked.partner = active.partner AND asked.instant > active.heard_at)
GROUP BY instant
LIMIT 200001;
