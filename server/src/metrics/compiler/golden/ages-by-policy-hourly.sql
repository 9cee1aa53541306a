-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {at_ms:Int64} AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    sla_policy_id AS by_policy,
    count() AS row_count,
    quantileExactInclusiveOrNullIf(0.95)(age_seconds, target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_1,
    countIf(target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_2
FROM (SELECT *, toInt64(if(transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0)) = -1, transform(concat(client, '\0', store), {sla_stores:Array(String)}, {sla_store_calendars:Array(Int64)}, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0))) + transform(toString(client), {sla_corrected_1:Array(String)}, {sla_corrected_codes_1:Array(Int64)}, toInt64(0))) AS sla_clock,
    if(sla_policy = 0, if(sla_has_start AND sla_source_due < 7258118400000, sla_source_due - sla_started, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_limits:Array(Int64)}, toInt64(0))) AS sla_limit_ms,
    transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_allowed:Array(Float64)}, toFloat64(0)) AS sla_allowed,
    transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_ids:Array(String)}, '') AS sla_policy_id,
    if(sla_policy = 0, [], arrayFilter(pause -> has({sla_all_pauses:Array(Int64)}, sla_policy) OR has({sla_some_pauses:Array(String)}, concat(toString(sla_policy), '\0', pause.3)), pauses)) AS sla_pauses
  FROM (SELECT *, toUnixTimestamp64Milli(started_at) AS sla_started,
    toUnixTimestamp64Milli(due_at) AS sla_source_due,
    started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS sla_has_start,
    toInt64(if(sla_has_start, multiIf(transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)) != 0, transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)), transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)) != 0, transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)), toInt64({sla_key_3:Int64})), 0)) AS sla_policy
  FROM (SELECT tenant, client, workflow, store, channel, partner, target, started_at, due_at, finished_at, outcome, promise, pauses FROM run FINAL WHERE tenant = {tenant:String}
  AND started_at < {as_of:DateTime64(3, 'UTC')}
  AND finished_at >= {from:DateTime64(3, 'UTC')})))
GROUP BY by_policy
LIMIT 200001;

-- metrics.run.aged
WITH
    toUnixTimestamp64Milli(started_at) AS started_ms,
    toUnixTimestamp64Milli(finished_at) AS finished_ms,
    {instants:Array(Int64)}[place] AS at_ms,
    finished_ms >= at_ms AS is_open,
    (least(finished_ms, at_ms) - started_ms) / 1000 AS age_seconds
SELECT
    sla_policy_id AS by_policy,
    {bounds:Array(Int64)}[place] AS bucket,
    count() AS row_count,
    quantileExactInclusiveOrNullIf(0.95)(age_seconds, target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_1,
    countIf(target != '' AND (is_open OR outcome = 'succeeded')) AS propagation_p95_2
FROM
(
    SELECT * FROM (SELECT *, toInt64(if(transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0)) = -1, transform(concat(client, '\0', store), {sla_stores:Array(String)}, {sla_store_calendars:Array(Int64)}, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_calendars:Array(Int64)}, toInt64(0))) + transform(toString(client), {sla_corrected_1:Array(String)}, {sla_corrected_codes_1:Array(Int64)}, toInt64(0))) AS sla_clock,
        if(sla_policy = 0, if(sla_has_start AND sla_source_due < 7258118400000, sla_source_due - sla_started, toInt64(0)), transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_limits:Array(Int64)}, toInt64(0))) AS sla_limit_ms,
        transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_allowed:Array(Float64)}, toFloat64(0)) AS sla_allowed,
        transform(sla_policy, {sla_numbers:Array(Int64)}, {sla_ids:Array(String)}, '') AS sla_policy_id,
        if(sla_policy = 0, [], arrayFilter(pause -> has({sla_all_pauses:Array(Int64)}, sla_policy) OR has({sla_some_pauses:Array(String)}, concat(toString(sla_policy), '\0', pause.3)), pauses)) AS sla_pauses
      FROM (SELECT *, toUnixTimestamp64Milli(started_at) AS sla_started,
        toUnixTimestamp64Milli(due_at) AS sla_source_due,
        started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS sla_has_start,
        toInt64(if(sla_has_start, multiIf(transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)) != 0, transform(roundDown(transform(toString(channel), {sla_keys_1:Array(String)}, {sla_places_1:Array(Int64)}, toInt64(0)) * 8589934592 + intDiv(sla_started, 1000), {sla_steps_1:Array(Int64)}), {sla_steps_1:Array(Int64)}, {sla_chosen_1:Array(Int64)}, toInt64(0)), transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)) != 0, transform(concat(workflow, '\0', client), {sla_keys_2:Array(String)}, {sla_places_2:Array(Int64)}, toInt64(0)), toInt64({sla_key_3:Int64})), 0)) AS sla_policy
      FROM (SELECT tenant, client, workflow, store, channel, partner, target, started_at, due_at, finished_at, outcome, promise, pauses FROM run FINAL WHERE tenant = {tenant:String}
      AND started_at < {as_of:DateTime64(3, 'UTC')}
      AND finished_at >= {from:DateTime64(3, 'UTC')})))
)
ARRAY JOIN range(least(transform(roundDown(started_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1)), transform(roundDown(finished_ms, {bounds:Array(Int64)}), {bounds:Array(Int64)}, arrayEnumerate({bounds:Array(Int64)}), 1) + 1) AS place
WHERE started_ms < at_ms
GROUP BY by_policy, bucket
LIMIT 200001;
