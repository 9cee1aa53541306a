import type { ClickHouse } from "@watchfloor/sql";

const DAY_MS = 86_400_000;

/** RunFill says how many runs of the last 90 days are made, and over how many days at the same density. */
export interface RunFill {
  readonly runsIn90Days: number;
  readonly days: number;
  /** Where the newest run starts, in epoch milliseconds. */
  readonly toMs: number;
}

/**
 * fillRuns makes runs inside the engine: 3 clients, 300 stores, 10 workflows, 12 pairs of channel and partner, durations and deadlines
 * as they are in use (log-normal, a tail of days), 0.1 % open, exceptions for 1 %; then 5 % are written anew with a later end.
 */
export async function fillRuns(clickhouse: ClickHouse, { runsIn90Days, days, toMs }: RunFill): Promise<void> {
  // At most this many at once: the engine sorts what it inserts in memory.
  const step = Math.max(1, Math.min(10, Math.floor(1_500_000 / (runsIn90Days / 90))));
  const count = Math.round((runsIn90Days / 90) * step);
  for (let day = 0; day < days; day += step) {
    const numbers = {
      first: (day / step) * count,
      count,
      spanMs: step * DAY_MS,
      startMs: toMs - (day + step) * DAY_MS,
      nowMs: toMs,
    };
    await clickhouse.command(buildRuns(numbers, { version: 1, where: "1", laterSeconds: "0" }));
    const rewritten = { version: 2, where: "cityHash64(n, 'rewritten') % 20 = 0", laterSeconds: "30 + n % 600" };
    await clickhouse.command(buildRuns(numbers, rewritten));
    await clickhouse.command(buildExceptions(numbers));
  }
  await clickhouse.command(
    "INSERT INTO open_run (* EXCEPT (stored_at)) SELECT * EXCEPT (is_deleted) FROM run FINAL WHERE finished_at > now64(3, 'UTC') - INTERVAL 1 HOUR",
  );
}

interface Numbers {
  readonly first: number;
  readonly count: number;
  readonly startMs: number;
  readonly spanMs: number;
  /** What would end later is open. */
  readonly nowMs: number;
}

const PLACE = `cityHash64(n, 'store') % 300 AS place,
    concat('client-', toString(place % 3)) AS client,
    leftPad(toString(1 + place), 4, '0') AS store,
    cityHash64(n, 'way') % 20 AS way,
    multiIf(way < 10, 'pos', way < 16, 'web', way < 18, 'marketplace:m', 'reseller:r') AS channel,
    if(way < 16, '', concat(if(way < 18, 'market-', 'reseller-'), toString(cityHash64(n, 'partner') % 5))) AS partner`;

function renderStart({ first, count, startMs, spanMs }: Numbers): string {
  return `fromUnixTimestamp64Milli(toInt64(${startMs} + intDiv((n - ${first}) * ${spanMs}, ${count})))`;
}

function buildRuns(numbers: Numbers, made: { version: number; where: string; laterSeconds: string }): string {
  const { version, where, laterSeconds } = made;
  return `INSERT INTO run (tenant, day, client, workflow, run, kind, source, store, channel, partner, brand, started_at, due_at, finished_at,
  outcome, attempts, mismatched_at, money, currency, human_touched, version)
WITH ${PLACE},
    ${renderStart(numbers)} AS start,
    cityHash64(n, 'outcome') % 200 AS luck,
    toInt64(1000 * exp(4 + 1.2 * sqrt(-2 * log((1 + cityHash64(n, 'a') % 999999) / 1000000)) * cos(6.28318 * (cityHash64(n, 'b') % 1000000) / 1000000))) AS work_ms,
    cityHash64(n, 'open') % 1000 = 0 OR start + toIntervalMillisecond(work_ms + 1000 * (${laterSeconds})) > fromUnixTimestamp64Milli(toInt64(${numbers.nowMs})) AS is_open
SELECT 'bench', toDate(start), client, concat('workflow-', toString(cityHash64(n, 'w') % 10 AS flow)), concat('run-', toString(n)),
  'workflow', concat('hub-', toString(flow % 3)), store, channel, partner, concat('brand-', toString(place % 3)), start, start + 300 + flow * 60,
  if(is_open, toDateTime64('2200-01-01', 3, 'UTC'), start + toIntervalMillisecond(work_ms + 1000 * (${laterSeconds}))),
  if(is_open, '', multiIf(luck < 4, 'failed', luck < 6, 'cancelled', luck < 7, 'dead_lettered', luck < 8, 'compensated', 'succeeded')),
  1 + (cityHash64(n, 'tries') % 20 = 0), toDateTime64('2200-01-01', 3, 'UTC'), n % 500, 'EUR', cityHash64(n, 'hand') % 12 = 0, ${version}
FROM (SELECT number + ${numbers.first} AS n FROM numbers(${numbers.count}))
WHERE ${where}`;
}

function buildExceptions(numbers: Numbers): string {
  return `INSERT INTO exception (tenant, day, client, exception, class, source, store, channel, partner, brand, workflow, raised_at, resolved_at, money, currency, version)
WITH ${PLACE}, ${renderStart(numbers)} AS start
SELECT 'bench', toDate(start), client, concat('exception-', toString(n)), concat('class-', toString(n % 5)), 'hub', store, channel, partner,
  concat('brand-', toString(place % 3)), concat('workflow-', toString(cityHash64(n, 'w') % 10)), start,
  if(n % 700 = 0, toDateTime64('2200-01-01', 3, 'UTC'), start + toIntervalMillisecond(1000 * (cityHash64(n, 'x') % 86400))), n % 500, 'EUR', 1
FROM (SELECT number + ${numbers.first} AS n FROM numbers(${numbers.count}))
WHERE cityHash64(n, 'exception') % 100 = 0`;
}
