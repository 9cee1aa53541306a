-- metrics.feed.coverage
SELECT
    client AS by_client,
    sumIf(greatest(span.3 - span.2, 0), span.1 = 1) AS expected_slices,
    sumIf(greatest(span.3 - span.2, 0), span.1 = 0) AS measured_slices
FROM
(
    SELECT client, source, store, channel, partner, cadence,
        greatest({first_slice:Int64}, intDiv(toUnixTimestamp64Milli(seen_from), 300000)) AS begin,
        arrayMap(beat -> intDiv(beat, 300000), beats) AS heard,
        arrayPopFront(arrayPushBack(heard, {end_slice:Int64})) AS following,
        arrayMap((beat, number, next) -> (toUInt8(0), greatest(begin, number), least({end_slice:Int64}, next, greatest(number, intDiv(beat + cadence * 1000, 300000)))), beats, heard, following) AS vouched,
        arrayJoin(arrayPushBack(vouched, (toUInt8(1), begin, {end_slice:Int64}))) AS span
    FROM (SELECT client, source, store, channel, partner, workflows, if(own_cadence > 0, seen_from, declared_at) AS seen_from, if(declared_cadence > 0, declared_cadence, own_cadence) AS cadence FROM (SELECT client, source, store, channel, partner, workflows, heard.first_seen AS seen_from, toUInt32(multiIf(heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, 900)) AS own_cadence FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner) AS heard LEFT JOIN (SELECT client, source, store, channel, partner, toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', arrayPopFront(arrayDifference(beats))) / 1000)) AS learned FROM (SELECT client, source, store, channel, partner, arraySort(groupArray(heard_ms)) AS beats FROM (SELECT client, source, store, channel, partner, slice, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate({as_of:DateTime64(3, 'UTC')}) - 28 AND slice < {as_of:DateTime64(3, 'UTC')} AND (client, source, store, channel, partner) IN (SELECT client, source, store, channel, partner FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner HAVING max(feed.cadence).2 = 0 AND min(feed.first_seen) <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY) GROUP BY client, source, store, channel, partner, slice) GROUP BY client, source, store, channel, partner HAVING length(beats) > 1)) AS gaps USING (client, source, store, channel, partner)) AS heard FULL JOIN (SELECT client, source, store, channel, partner, declared_cadence, declared_at FROM (SELECT {tenant:String} AS tenant, toLowCardinality(row.1) AS client, toLowCardinality(row.2) AS source, toLowCardinality(row.3) AS store, toLowCardinality(row.4) AS channel, toLowCardinality(row.5) AS partner, row.6 AS declared_cadence, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at FROM (SELECT arrayJoin(arrayZip({declared_client:Array(String)}, {declared_source:Array(String)}, {declared_store:Array(String)}, {declared_channel:Array(String)}, {declared_partner:Array(String)}, {declared_cadence:Array(UInt32)}, {declared_since:Array(Int64)})) AS row)) WHERE tenant = {tenant:String}) AS declared USING (client, source, store, channel, partner) ) AS known
    LEFT JOIN
    (
        SELECT client, source, store, channel, partner, arraySort(groupArray(toUnixTimestamp64Milli(feed_activity.newest))) AS beats
        FROM feed_activity
        WHERE tenant = {tenant:String}
          AND day >= toDate({from:DateTime64(3, 'UTC')} - toIntervalSecond(greatest({longest_declared:UInt32}, (SELECT max(multiIf(beat > 0, beat, first_seen <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY, 2419200, 900)) FROM (SELECT min(feed.first_seen) AS first_seen, max(feed.cadence).2 AS beat FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner))))) - 1
          AND day <= toDate({as_of:DateTime64(3, 'UTC')}) AND slice < {as_of:DateTime64(3, 'UTC')}
        GROUP BY client, source, store, channel, partner
    ) AS active USING (client, source, store, channel, partner)
)
WHERE span.3 > span.2
GROUP BY by_client
LIMIT 200001;

-- metrics.feed.coverage
SELECT
    client AS by_client,
    roundDown(toInt64(slice_number) * 300000, {bounds:Array(Int64)}) AS bucket,
    sumIf(1, span.1 = 1) AS expected_slices,
    sumIf(1, span.1 = 0) AS measured_slices
FROM
(
    SELECT client, source, store, channel, partner, cadence,
        greatest({first_slice:Int64}, intDiv(toUnixTimestamp64Milli(seen_from), 300000)) AS begin,
        arrayMap(beat -> intDiv(beat, 300000), beats) AS heard,
        arrayPopFront(arrayPushBack(heard, {end_slice:Int64})) AS following,
        arrayMap((beat, number, next) -> (toUInt8(0), greatest(begin, number), least({end_slice:Int64}, next, greatest(number, intDiv(beat + cadence * 1000, 300000)))), beats, heard, following) AS vouched,
        arrayJoin(arrayPushBack(vouched, (toUInt8(1), begin, {end_slice:Int64}))) AS span
    FROM (SELECT client, source, store, channel, partner, workflows, if(own_cadence > 0, seen_from, declared_at) AS seen_from, if(declared_cadence > 0, declared_cadence, own_cadence) AS cadence FROM (SELECT client, source, store, channel, partner, workflows, heard.first_seen AS seen_from, toUInt32(multiIf(heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, 900)) AS own_cadence FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner) AS heard LEFT JOIN (SELECT client, source, store, channel, partner, toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', arrayPopFront(arrayDifference(beats))) / 1000)) AS learned FROM (SELECT client, source, store, channel, partner, arraySort(groupArray(heard_ms)) AS beats FROM (SELECT client, source, store, channel, partner, slice, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate({as_of:DateTime64(3, 'UTC')}) - 28 AND slice < {as_of:DateTime64(3, 'UTC')} AND (client, source, store, channel, partner) IN (SELECT client, source, store, channel, partner FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner HAVING max(feed.cadence).2 = 0 AND min(feed.first_seen) <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY) GROUP BY client, source, store, channel, partner, slice) GROUP BY client, source, store, channel, partner HAVING length(beats) > 1)) AS gaps USING (client, source, store, channel, partner)) AS heard FULL JOIN (SELECT client, source, store, channel, partner, declared_cadence, declared_at FROM (SELECT {tenant:String} AS tenant, toLowCardinality(row.1) AS client, toLowCardinality(row.2) AS source, toLowCardinality(row.3) AS store, toLowCardinality(row.4) AS channel, toLowCardinality(row.5) AS partner, row.6 AS declared_cadence, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at FROM (SELECT arrayJoin(arrayZip({declared_client:Array(String)}, {declared_source:Array(String)}, {declared_store:Array(String)}, {declared_channel:Array(String)}, {declared_partner:Array(String)}, {declared_cadence:Array(UInt32)}, {declared_since:Array(Int64)})) AS row)) WHERE tenant = {tenant:String}) AS declared USING (client, source, store, channel, partner) ) AS known
    LEFT JOIN
    (
        SELECT client, source, store, channel, partner, arraySort(groupArray(toUnixTimestamp64Milli(feed_activity.newest))) AS beats
        FROM feed_activity
        WHERE tenant = {tenant:String}
          AND day >= toDate({from:DateTime64(3, 'UTC')} - toIntervalSecond(greatest({longest_declared:UInt32}, (SELECT max(multiIf(beat > 0, beat, first_seen <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY, 2419200, 900)) FROM (SELECT min(feed.first_seen) AS first_seen, max(feed.cadence).2 AS beat FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner))))) - 1
          AND day <= toDate({as_of:DateTime64(3, 'UTC')}) AND slice < {as_of:DateTime64(3, 'UTC')}
        GROUP BY client, source, store, channel, partner
    ) AS active USING (client, source, store, channel, partner)
)
ARRAY JOIN range(toUInt64(span.2), toUInt64(greatest(span.2, span.3))) AS slice_number
WHERE span.3 > span.2
GROUP BY by_client, bucket
LIMIT 200001;
