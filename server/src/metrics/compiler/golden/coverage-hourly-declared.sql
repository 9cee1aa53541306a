-- metrics.feed.coverage
WITH
    toInt64(toUnixTimestamp({from:DateTime64(3, 'UTC')})) - greatest({longest_declared:UInt32}, (SELECT max(multiIf(beat > 0, beat, first_seen <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY, 2419200, 900)) FROM (SELECT min(feed.first_seen) AS first_seen, max(feed.cadence).2 AS beat FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner))) AS heard_from,
    first_slice AS slice_from,
    end_slice AS slice_to
SELECT
    client AS by_client,
    sum(slice_to - slice_from) AS expected_slices,
    sum(arraySum(span -> greatest(least(span.2, slice_to) - greatest(span.1, slice_from), 0), spans) AS measured) AS measured_slices,
    sumIf(slice_to - slice_from, is_certain) AS certain_expected,
    sumIf(measured, is_certain) AS certain_measured,
    min(known_slice) AS known_from_slice
FROM
(
    SELECT client, source, store, channel, partner, cadence_minutes, is_certain,
        arrayMap(mark -> intDiv(mark, 512), marks) AS mark_minutes,
        arrayMap((mark, minute) -> intDiv(minute, 5) - mark % 512, marks, mark_minutes) AS mark_starts,
        arrayMap((start, minute) -> greatest(start, intDiv(minute + cadence_minutes, 5)), mark_starts, mark_minutes) AS vouched_until,
        arrayMap((start, until) -> until < start, mark_starts, arraySlice(arrayPushFront(vouched_until, toInt64(-1)), 1, length(marks))) AS is_first,
        arrayFilter((start, first) -> first, mark_starts, is_first) AS block_starts,
        arrayFilter((minute, next_is_first) -> next_is_first, mark_minutes, arraySlice(arrayPushBack(is_first, 1), 2)) AS block_ends,
        greatest({first_slice:Int64}, intDiv(toUnixTimestamp64Milli(seen_from), 300000)) AS known_slice,
        [greatest({first_slice:Int64}, intDiv(toUnixTimestamp64Milli(seen_from), 300000)) * 5, {end_slice:Int64} * 5] AS range_minutes,
        intDiv(range_minutes[1], 5) AS first_slice,
        intDiv(range_minutes[2], 5) AS end_slice,
        arrayMap(minute -> intDiv(minute, 5), arrayMap(slice -> slice * 5, block_starts)) AS open_starts,
        block_ends AS open_ends,
        arrayMap((start, last, next) -> (start, least(next, greatest(start, intDiv(last + cadence_minutes, 5)))), open_starts, open_ends, arraySlice(arrayPushBack(open_starts, end_slice), 2)) AS spans
    FROM (
        SELECT client, source, store, channel, partner, any(known_cadence) AS cadence_minutes, any(known_calendar) AS calendar, any(known_from) AS seen_from, any(known_certain) AS is_certain, arraySort(groupArrayArray(day_marks)) AS marks
        FROM
        (
            SELECT client, source, store, channel, partner, toInt64(intDiv(cadence + 59, 60)) AS cadence_minutes, cadence_minutes AS known_cadence, calendar AS known_calendar, seen_from AS known_from, is_certain AS known_certain,
                arrayMap(hour -> cadence_minutes >= 5 AND bitAnd(bitOr(bitOr(bitOr(bitOr(hour, bitShiftRight(hour, 1)), bitShiftRight(hour, 2)), bitShiftRight(hour, 3)), bitShiftRight(hour, 4)), 37191016277640225) = 37191016277640225, heard_hours) AS full_hours,
                multiIf(empty(heard_hours), [], arrayAll(is_full -> is_full, full_hours), [(day_number * 1440 + 1380 + 55 + multiIf(bitTest(heard_hours[24], 59), 4, bitTest(heard_hours[24], 58), 3, bitTest(heard_hours[24], 57), 2, bitTest(heard_hours[24], 56), 1, 0)) * 512 + 287], arrayFlatten(arrayMap((hour, is_full, hour_start) -> if(is_full, [(hour_start + 55 + multiIf(bitTest(hour, 59), 4, bitTest(hour, 58), 3, bitTest(hour, 57), 2, bitTest(hour, 56), 1, 0)) * 512 + 11], arrayMap(bit -> (hour_start + bit) * 512, bitPositionsToArray(hour))), heard_hours, full_hours, range(day_number * 1440, day_number * 1440 + 1440, 60)))) AS day_marks
            FROM (SELECT client, source, store, channel, partner, workflows, if(own_cadence > 0, seen_from, declared_at) AS seen_from, if(declared_cadence > 0, declared_cadence, own_cadence) AS cadence, if(declared_calendar != '', declared_calendar, '') AS calendar, declared_cadence > 0 OR has_beat OR (has_learned AND calendar != '') AS is_certain FROM (SELECT client, source, store, channel, partner, workflows, heard.first_seen AS seen_from, heard.beat > 0 AS has_beat, gaps.learned > 0 AS has_learned, toUInt32(multiIf(heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, 900)) AS own_cadence FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner) AS heard LEFT JOIN (SELECT client, source, store, channel, partner, toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', arrayPopFront(arrayDifference(beats))) / 1000)) AS learned FROM (SELECT client, source, store, channel, partner, arraySort(groupArray(heard_ms)) AS beats FROM (SELECT client, source, store, channel, partner, slice, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate({as_of:DateTime64(3, 'UTC')}) - 28 AND slice < {as_of:DateTime64(3, 'UTC')} AND (client, source, store, channel, partner) IN (SELECT client, source, store, channel, partner FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner HAVING max(feed.cadence).2 = 0 AND min(feed.first_seen) <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY) GROUP BY client, source, store, channel, partner, slice) GROUP BY client, source, store, channel, partner HAVING length(beats) > 1)) AS gaps USING (client, source, store, channel, partner)) AS heard FULL JOIN (SELECT client, source, store, channel, partner, declared_cadence, declared_at, declared_calendar FROM (SELECT {tenant:String} AS tenant, toLowCardinality(row.1) AS client, toLowCardinality(row.2) AS source, toLowCardinality(row.3) AS store, toLowCardinality(row.4) AS channel, toLowCardinality(row.5) AS partner, row.6 AS declared_cadence, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at, row.8 AS declared_calendar FROM (SELECT arrayJoin(arrayZip({declared_client:Array(String)}, {declared_source:Array(String)}, {declared_store:Array(String)}, {declared_channel:Array(String)}, {declared_partner:Array(String)}, {declared_cadence:Array(UInt32)}, {declared_since:Array(Int64)}, {declared_calendar:Array(String)})) AS row)) WHERE tenant = {tenant:String}) AS declared USING (client, source, store, channel, partner) ) AS known
            LEFT JOIN
            (
                SELECT client, source, store, channel, partner, toInt64(toUInt16(day)) AS day_number,
                    if(day = toDate({as_of:DateTime64(3, 'UTC')}), arrayMap((hour, number) -> multiIf(number < toHour({as_of:DateTime64(3, 'UTC')}), hour, number > toHour({as_of:DateTime64(3, 'UTC')}), toUInt64(0), bitAnd(hour, toUInt64(bitShiftLeft(toUInt64(1), toMinute({as_of:DateTime64(3, 'UTC')})) - 1))), CAST([h00, h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h13, h14, h15, h16, h17, h18, h19, h20, h21, h22, h23], 'Array(UInt64)'), range(24)), CAST([h00, h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h13, h14, h15, h16, h17, h18, h19, h20, h21, h22, h23], 'Array(UInt64)')) AS heard_hours
                FROM feed_day FINAL
                WHERE tenant = {tenant:String}
                  AND day >= toDate(toDateTime(heard_from)) AND day <= toDate({as_of:DateTime64(3, 'UTC')})
            ) AS days USING (client, source, store, channel, partner)
        )
        GROUP BY client, source, store, channel, partner
    )
)
WHERE slice_to > slice_from
GROUP BY by_client
LIMIT 200001;

-- metrics.feed.coverage
WITH
    toInt64(toUnixTimestamp({from:DateTime64(3, 'UTC')})) - greatest({longest_declared:UInt32}, (SELECT max(multiIf(beat > 0, beat, first_seen <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY, 2419200, 900)) FROM (SELECT min(feed.first_seen) AS first_seen, max(feed.cadence).2 AS beat FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner))) AS heard_from,
    greatest(first_slice, edges[bucket_number]) AS slice_from,
    least(end_slice, edges[bucket_number + 1]) AS slice_to
SELECT
    client AS by_client,
    {bounds:Array(Int64)}[bucket_number] AS bucket,
    sum(slice_to - slice_from) AS expected_slices,
    sum(arraySum(span -> greatest(least(span.2, slice_to) - greatest(span.1, slice_from), 0), spans) AS measured) AS measured_slices,
    sumIf(slice_to - slice_from, is_certain) AS certain_expected,
    sumIf(measured, is_certain) AS certain_measured
FROM
(
    SELECT client, source, store, channel, partner, cadence_minutes, is_certain,
        arrayMap(mark -> intDiv(mark, 512), marks) AS mark_minutes,
        arrayMap((mark, minute) -> intDiv(minute, 5) - mark % 512, marks, mark_minutes) AS mark_starts,
        arrayMap((start, minute) -> greatest(start, intDiv(minute + cadence_minutes, 5)), mark_starts, mark_minutes) AS vouched_until,
        arrayMap((start, until) -> until < start, mark_starts, arraySlice(arrayPushFront(vouched_until, toInt64(-1)), 1, length(marks))) AS is_first,
        arrayFilter((start, first) -> first, mark_starts, is_first) AS block_starts,
        arrayFilter((minute, next_is_first) -> next_is_first, mark_minutes, arraySlice(arrayPushBack(is_first, 1), 2)) AS block_ends,
        [greatest({first_slice:Int64}, intDiv(toUnixTimestamp64Milli(seen_from), 300000)) * 5, {end_slice:Int64} * 5] AS range_minutes,
        intDiv(range_minutes[1], 5) AS first_slice,
        intDiv(range_minutes[2], 5) AS end_slice,
        arrayMap(minute -> intDiv(minute, 5), {edges:Array(Int64)}) AS edges,
        arrayMap(minute -> intDiv(minute, 5), arrayMap(slice -> slice * 5, block_starts)) AS open_starts,
        block_ends AS open_ends,
        arrayMap((start, last, next) -> (start, least(next, greatest(start, intDiv(last + cadence_minutes, 5)))), open_starts, open_ends, arraySlice(arrayPushBack(open_starts, end_slice), 2)) AS spans
    FROM (
        SELECT client, source, store, channel, partner, any(known_cadence) AS cadence_minutes, any(known_calendar) AS calendar, any(known_from) AS seen_from, any(known_certain) AS is_certain, arraySort(groupArrayArray(day_marks)) AS marks
        FROM
        (
            SELECT client, source, store, channel, partner, toInt64(intDiv(cadence + 59, 60)) AS cadence_minutes, cadence_minutes AS known_cadence, calendar AS known_calendar, seen_from AS known_from, is_certain AS known_certain,
                arrayMap(hour -> cadence_minutes >= 5 AND bitAnd(bitOr(bitOr(bitOr(bitOr(hour, bitShiftRight(hour, 1)), bitShiftRight(hour, 2)), bitShiftRight(hour, 3)), bitShiftRight(hour, 4)), 37191016277640225) = 37191016277640225, heard_hours) AS full_hours,
                multiIf(empty(heard_hours), [], arrayAll(is_full -> is_full, full_hours), [(day_number * 1440 + 1380 + 55 + multiIf(bitTest(heard_hours[24], 59), 4, bitTest(heard_hours[24], 58), 3, bitTest(heard_hours[24], 57), 2, bitTest(heard_hours[24], 56), 1, 0)) * 512 + 287], arrayFlatten(arrayMap((hour, is_full, hour_start) -> if(is_full, [(hour_start + 55 + multiIf(bitTest(hour, 59), 4, bitTest(hour, 58), 3, bitTest(hour, 57), 2, bitTest(hour, 56), 1, 0)) * 512 + 11], arrayMap(bit -> (hour_start + bit) * 512, bitPositionsToArray(hour))), heard_hours, full_hours, range(day_number * 1440, day_number * 1440 + 1440, 60)))) AS day_marks
            FROM (SELECT client, source, store, channel, partner, workflows, if(own_cadence > 0, seen_from, declared_at) AS seen_from, if(declared_cadence > 0, declared_cadence, own_cadence) AS cadence, if(declared_calendar != '', declared_calendar, '') AS calendar, declared_cadence > 0 OR has_beat OR (has_learned AND calendar != '') AS is_certain FROM (SELECT client, source, store, channel, partner, workflows, heard.first_seen AS seen_from, heard.beat > 0 AS has_beat, gaps.learned > 0 AS has_learned, toUInt32(multiIf(heard.beat > 0, heard.beat, gaps.learned > 0, gaps.learned, 900)) AS own_cadence FROM (SELECT client, source, store, channel, partner, min(feed.first_seen) AS first_seen, max(feed.newest) AS newest, max(feed.received) AS received, max(feed.cadence).2 AS beat, groupUniqArrayArray(feed.workflows) AS workflows FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner) AS heard LEFT JOIN (SELECT client, source, store, channel, partner, toUInt32(ceil(arrayReduce('quantileExactInclusive(0.99)', arrayPopFront(arrayDifference(beats))) / 1000)) AS learned FROM (SELECT client, source, store, channel, partner, arraySort(groupArray(heard_ms)) AS beats FROM (SELECT client, source, store, channel, partner, slice, toUnixTimestamp64Milli(max(feed_activity.newest)) AS heard_ms FROM feed_activity WHERE tenant = {tenant:String} AND day >= toDate({as_of:DateTime64(3, 'UTC')}) - 28 AND slice < {as_of:DateTime64(3, 'UTC')} AND (client, source, store, channel, partner) IN (SELECT client, source, store, channel, partner FROM feed WHERE tenant = {tenant:String} GROUP BY client, source, store, channel, partner HAVING max(feed.cadence).2 = 0 AND min(feed.first_seen) <= {as_of:DateTime64(3, 'UTC')} - INTERVAL 7 DAY) GROUP BY client, source, store, channel, partner, slice) GROUP BY client, source, store, channel, partner HAVING length(beats) > 1)) AS gaps USING (client, source, store, channel, partner)) AS heard FULL JOIN (SELECT client, source, store, channel, partner, declared_cadence, declared_at, declared_calendar FROM (SELECT {tenant:String} AS tenant, toLowCardinality(row.1) AS client, toLowCardinality(row.2) AS source, toLowCardinality(row.3) AS store, toLowCardinality(row.4) AS channel, toLowCardinality(row.5) AS partner, row.6 AS declared_cadence, fromUnixTimestamp64Milli(row.7, 'UTC') AS declared_at, row.8 AS declared_calendar FROM (SELECT arrayJoin(arrayZip({declared_client:Array(String)}, {declared_source:Array(String)}, {declared_store:Array(String)}, {declared_channel:Array(String)}, {declared_partner:Array(String)}, {declared_cadence:Array(UInt32)}, {declared_since:Array(Int64)}, {declared_calendar:Array(String)})) AS row)) WHERE tenant = {tenant:String}) AS declared USING (client, source, store, channel, partner) ) AS known
            LEFT JOIN
            (
                SELECT client, source, store, channel, partner, toInt64(toUInt16(day)) AS day_number,
                    if(day = toDate({as_of:DateTime64(3, 'UTC')}), arrayMap((hour, number) -> multiIf(number < toHour({as_of:DateTime64(3, 'UTC')}), hour, number > toHour({as_of:DateTime64(3, 'UTC')}), toUInt64(0), bitAnd(hour, toUInt64(bitShiftLeft(toUInt64(1), toMinute({as_of:DateTime64(3, 'UTC')})) - 1))), CAST([h00, h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h13, h14, h15, h16, h17, h18, h19, h20, h21, h22, h23], 'Array(UInt64)'), range(24)), CAST([h00, h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h13, h14, h15, h16, h17, h18, h19, h20, h21, h22, h23], 'Array(UInt64)')) AS heard_hours
                FROM feed_day FINAL
                WHERE tenant = {tenant:String}
                  AND day >= toDate(toDateTime(heard_from)) AND day <= toDate({as_of:DateTime64(3, 'UTC')})
            ) AS days USING (client, source, store, channel, partner)
        )
        GROUP BY client, source, store, channel, partner
    )
)
ARRAY JOIN arrayEnumerate(arrayPopBack(edges)) AS bucket_number
WHERE slice_to > slice_from
GROUP BY by_client, bucket
LIMIT 200001;
