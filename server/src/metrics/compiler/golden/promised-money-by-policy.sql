-- metrics.run.instant
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    sla_due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS has_sla_due
SELECT
    currency AS by_currency,
    sumIf(money, greatest(started_ms, sla_due_ms) < {at_ms:Int64} AND finished_ms >= {at_ms:Int64}) AS sla_overdue_money_1,
    sumIf(money, greatest(started_ms, sla_risk_ms) < {at_ms:Int64} AND if(has_sla_due, least(sla_due_ms, finished_ms), 0) >= {at_ms:Int64}) AS sla_at_risk_money_1
FROM (WITH sla_interval AS (SELECT transform(clock, {sla_clocks:Array(String)}, {sla_codes:Array(Int64)}, toInt64(-1)) AS code, toInt64(toUnixTimestamp(opens_at)) * 1000 AS opens,
      toInt64(toUnixTimestamp(closes_at)) * 1000 AS closes, toInt64(seconds_before) * 1000 AS before
    FROM working_interval FINAL WHERE tenant = {tenant:String} AND clock IN {sla_clocks:Array(String)} AND (clock, generation) IN (SELECT clock, max(generation) FROM working_interval WHERE tenant = {tenant:String} AND clock IN {sla_clocks:Array(String)} GROUP BY clock))
  SELECT * FROM (SELECT *, multiIf(sla_policy = 0, sla_started + intDiv(4 * (sla_source_due - sla_started) + 4, 5) - 1, NOT sla_is_known, toInt64(7258118400000), least(sla_policy_risk, 7258118400000) - 1) AS sla_risk_ms
  FROM (SELECT run.*, multiIf(run.sla_clock = 0, run.sla_risk_shown, run.sla_risk_shown - each.before + 0 <= each.closes - each.opens, each.opens + run.sla_risk_shown - each.before, toInt64(7258118400000)) AS sla_policy_risk
  FROM (SELECT *, (sla_begin + intDiv(4 * sla_limit_ms + 4, 5) + if(empty(sla_stops), toInt64(0), arraySum(arrayMap(stop -> if(stop.1 - (stop.3 - stop.2) < sla_begin + intDiv(4 * sla_limit_ms + 4, 5), stop.2, toInt64(0)), sla_stops)))) AS sla_risk_shown
  FROM (SELECT *, multiIf(sla_policy = 0, sla_source_due, NOT sla_is_known, toInt64(7258118400000), least(sla_policy_due, 7258118400000)) AS sla_due_ms,
    fromUnixTimestamp64Milli(sla_due_ms, 'UTC') AS sla_due_at,
    if(sla_source_due < 7258118400000, due_at, sla_due_at) AS deadline_at
  FROM (SELECT run.*, multiIf(run.sla_clock = 0, run.sla_due_shown, run.sla_due_shown - each.before + 1 <= each.closes - each.opens, each.opens + run.sla_due_shown - each.before, toInt64(7258118400000)) AS sla_policy_due
  FROM (SELECT *, (sla_begin + sla_limit_ms + if(empty(sla_stops), toInt64(0), arraySum(arrayMap(stop -> if(stop.1 - (stop.3 - stop.2) <= sla_begin + sla_limit_ms, stop.2, toInt64(0)), sla_stops)))) AS sla_due_shown
  FROM (SELECT *, if(empty(sla_pauses), [], arrayMap(edges -> arrayMap(lengths -> arrayFilter(stop -> stop.2 > 0, arrayZip(edges.1, lengths, arrayCumSum(lengths))), [arrayMap((shown, next, depth) -> if(depth > 0, next - shown, toInt64(0)), edges.1, arrayPopFront(arrayPushBack(edges.1, toInt64(0))), arrayCumSum(edges.2))])[1], [arraySort(arrayConcat(arrayMap(pause -> (if(sla_clock = 0, greatest(toUnixTimestamp64Milli(pause.1), sla_started), arraySum(arrayMap(open -> greatest(least(greatest(toUnixTimestamp64Milli(pause.1), sla_started), open.2) - open.1, 0), sla_face))), toInt64(1)), sla_pauses), arrayMap(pause -> (if(sla_clock = 0, greatest(toUnixTimestamp64Milli(pause.2), sla_started), arraySum(arrayMap(open -> greatest(least(greatest(toUnixTimestamp64Milli(pause.2), sla_started), open.2) - open.1, 0), sla_face))), toInt64(-1)), sla_pauses)))])[1]) AS sla_stops
  FROM (SELECT run.*, each.face AS sla_face FROM (SELECT *, if(empty(sla_pauses), toInt64(-1), sla_clock) AS sla_paused FROM (SELECT run.*, if(run.sla_clock = 0, run.sla_started, each.before + least(run.sla_started, each.closes) - each.opens) AS sla_begin, (run.sla_clock = 0) OR run.sla_policy = 0 OR each.opens > 0 AS sla_is_known
  FROM (SELECT *, toInt64(if(transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0)) = -1, transform(concat(client, '\0', store), {sla_stores:Array(String)}, {sla_store_calendars:Array(Int64)}, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0))) + transform(toString(client), {sla_corrected_1:Array(String)}, {sla_corrected_codes_1:Array(Int64)}, toInt64(0))) AS sla_clock,
    if(sla_policy = 0, if(sla_has_start AND sla_source_due < 7258118400000, sla_source_due - sla_started, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_limits:Array(Int64)}, toInt64(0))) AS sla_limit_ms,
    transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_allowed:Array(Float64)}, toFloat64(0)) AS sla_allowed,
    transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_ids:Array(String)}, '') AS sla_policy_id,
    if(sla_policy = 0, [], arrayFilter(pause -> has({sla_all_pauses:Array(Int64)}, sla_policy) OR has({sla_some_pauses:Array(String)}, concat(toString(sla_policy), '\0', pause.3)), pauses)) AS sla_pauses
  FROM (SELECT *, toUnixTimestamp64Milli(started_at) AS sla_started,
    toUnixTimestamp64Milli(due_at) AS sla_source_due,
    started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS sla_has_start,
    toInt64(if(sla_has_start, multiIf(transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)) != 0, transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)), transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)) != 0, transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)), toInt64({sla_key_3:Int64})), 0)) AS sla_policy
  FROM (SELECT client, workflow, store, channel, partner, started_at, due_at, finished_at, promise, money, currency, pauses FROM open_run FINAL WHERE tenant = {tenant:String}
  AND finished_at >= {at:DateTime64(3, 'UTC')}
  AND started_at < {at:DateTime64(3, 'UTC')}
  AND currency != ''))) AS run ASOF LEFT JOIN sla_interval AS each ON run.sla_clock = each.code AND run.sla_started >= each.opens)) AS run
    LEFT ANY JOIN (SELECT code, groupArray((opens, closes)) AS face FROM (SELECT * FROM sla_interval WHERE closes > opens) GROUP BY code) AS each ON run.sla_paused = each.code))) AS run ASOF LEFT JOIN (SELECT * FROM sla_interval WHERE closes > opens) AS each ON run.sla_clock = each.code AND run.sla_due_shown >= each.before))) AS run ASOF LEFT JOIN (SELECT * FROM sla_interval WHERE closes > opens) AS each ON run.sla_clock = each.code AND run.sla_risk_shown > each.before)))
GROUP BY by_currency
HAVING sla_overdue_money_1 != 0 OR sla_at_risk_money_1 != 0
LIMIT 200001;
