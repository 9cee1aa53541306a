import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ClickHouse } from "@watchfloor/sql";
import { openBenchInstallation } from "./open-bench-installation.js";
import { renderSpread } from "./render-spread.js";

const ROUNDS = 60;
/** Before anything is counted, as in a server that was asked before. */
const WARM_UP = 10;
const RUNS = 1_000_000;

/** 1 M runs in 90 days of 3 clients, 300 stores and 10 workflows; 0.05 % never end, 4 % end late. */
const FILL_RUNS = `
INSERT INTO run (tenant, day, client, workflow, run, kind, source, store, channel, started_at, due_at, finished_at, outcome, attempts, mismatched_at, money, currency, change, target, version)
SELECT 'bench', toDate(start), concat('client-', toString(number % 3)), concat('workflow-', toString(cityHash64(number, 'w') % 10)), concat('run-', toString(number)),
       'workflow', 'hub', leftPad(toString(1 + cityHash64(number) % 300), 4, '0'), if(number % 4 = 0, 'web', 'pos'), start, start + 300,
       if(number % 2000 = 0, toDateTime64('2200-01-01', 3, 'UTC'), start + if(number % 25 = 0, 600, 20 + number % 200)), if(number % 2000 = 0, '', if(number % 60 = 0, 'failed', 'succeeded')),
       1, toDateTime64('2200-01-01', 3, 'UTC'), number % 500, 'EUR', '', '', 1
FROM (SELECT number, now64(3, 'UTC') - toIntervalMillisecond(toInt64(number * 7776)) AS start FROM numbers(${RUNS}))`;
/** As the loader leaves it: open runs, those that ended within 15 minutes, and an hour of ended ones that wait for the sweep. */
const FILL_OPEN = `
INSERT INTO open_run (* EXCEPT (stored_at)) SELECT * EXCEPT (is_deleted) FROM run WHERE finished_at > now64(3, 'UTC') - INTERVAL 1 HOUR`;
const FILL_ACTIVITY = `
INSERT INTO feed_activity SELECT 'bench', toDate(slice), client, 'pos', store, '', '', slice, toDateTime64(slice, 3, 'UTC') + toIntervalMillisecond(cityHash64(number) % 300000)
FROM (SELECT number, concat('client-', toString(number % 3)) AS client, leftPad(toString(1 + number % 300), 4, '0') AS store,
             toStartOfFiveMinutes(now('UTC') - intDiv(number, 300) * 600) AS slice FROM numbers(${300 * 6 * 24 * 14}))`;
const HOURS = Array.from({ length: 24 }, (_, hour) => `groupBitOrIf(bit, toHour(at) = ${hour})`);
const FILL_DAYS = `
INSERT INTO feed_day SELECT tenant, client, source, store, channel, partner, day, ${HOURS.join(", ")}
FROM (SELECT tenant, client, source, store, channel, partner, day, newest AS at, bitShiftLeft(toUInt64(1), toMinute(newest)) AS bit FROM feed_activity)
GROUP BY tenant, client, source, store, channel, partner, day`;
const FILL_FEEDS = `
INSERT INTO feed SELECT tenant, client, source, store, channel, partner, min(newest), max(newest), max(newest), (max(newest), toUInt32(900)), ['workflow-1']
FROM feed_activity GROUP BY tenant, client, source, store, channel, partner`;

/** What the Live page asks when it is opened, one request a panel, all at once. */
const QUESTIONS: readonly string[] = [
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["sla_attainment", "duration_p95", "runs_open", "sla_overdue", "sla_at_risk", "failure_rate", "coverage"], from: $from, to: $to, groupBy: [CLIENT, WORKFLOW], timeZone: "Europe/Berlin" }) { groups { key { id } values { metric value numerator denominator coverage nullReason } } } }`,
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["runs_started"], from: $from, to: $to, groupBy: [CLIENT, WORKFLOW], granularity: HOUR, timeZone: "Europe/Berlin" }) { groups { key { id } values { series { at value } } } } }`,
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["money_at_risk"], from: $from, to: $to, groupBy: [CURRENCY] }) { groups { values { value currency } } } }`,
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["coverage"], from: $from, to: $to }) { groups { values { value } } } }`,
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["exceptions_open", "exceptions_raised"], from: $from, to: $to, groupBy: [EXCEPTION_CLASS] }) { groups { key { id } values { value } } } }`,
  "{ worstObligations(first: 20) { workflow client title detail runs stores money { amount currency } sample { id } } }",
  "{ storeWall { client store title region state overdue atRisk open exceptionsOpen moneyAtRisk { amount currency } newestAt reason } }",
  "{ feeds { client source store channel partner state newestAt cadenceSeconds silentSeconds } }",
  `query ($from: DateTime!, $to: DateTime!) { metrics(query: { metrics: ["duration_p95"], from: $from, to: $to, granularity: FIFTEEN_MINUTES, timeZone: "Europe/Berlin" }) { groups { values { series { at value coverage nullReason } } } } }`,
];

/** measureLivePage prints how long all data of the Live page takes at 1 M runs, each round after a change, so that nothing is answered from memory. */
export async function measureLivePage(): Promise<void> {
  const installation = await openBenchInstallation(fill);
  await registerStores(installation);
  const { apiUrl: url, token } = installation;
  const reader = new Worker(new URL("./live-page-reader.js", import.meta.url), { workerData: { url, token } });
  const measured: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    await sendOne(installation, `touch-${round}`);
    await installation.ingestion.intake.settled();
    const ms = await read(reader, QUESTIONS);
    if (round >= 0) measured.push(ms);
  }
  console.log(
    `live page: all ${QUESTIONS.length} questions at ${RUNS} runs: ${renderSpread(measured)} (asked: p95 <= 150 ms)`,
  );
  for (const question of QUESTIONS) await measureAlone(installation, reader, question);
  await reader.terminate();
  await installation.close();
}

type Installation = Awaited<ReturnType<typeof openBenchInstallation>>;

async function measureAlone(installation: Installation, reader: Worker, question: string): Promise<void> {
  const measured: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await sendOne(installation, `alone-${QUESTIONS.indexOf(question)}-${round}`);
    await installation.ingestion.intake.settled();
    measured.push(await read(reader, [question]));
  }
  console.log(`live page:   ${question.replace(/query \(.*?\) /, "").slice(2, 62)}: ${renderSpread(measured)}`);
}

async function read(reader: Worker, questions: readonly string[]): Promise<number> {
  reader.postMessage(questions);
  const [answer] = (await once(reader, "message")) as [{ ms: number } | { failure: string }];
  if ("failure" in answer) throw new Error(answer.failure);
  return answer.ms;
}

async function fill(clickhouse: ClickHouse): Promise<void> {
  for (const sql of [FILL_RUNS, FILL_OPEN, FILL_ACTIVITY, FILL_DAYS, FILL_FEEDS]) await clickhouse.command(sql);
  for (const table of ["run", "feed_activity", "feed_day", "feed"]) await clickhouse.command(`OPTIMIZE TABLE ${table}`);
}

/** The registry learns stores from events, as it does in use. */
async function registerStores(installation: Installation): Promise<void> {
  const time = new Date().toISOString();
  const events = Array.from({ length: 300 }, (_, index) => ({
    id: `hello-${index}`,
    kind: "feed.heartbeat",
    time,
    source: "pos",
    client: `client-${index % 3}`,
    store: String(1 + index).padStart(4, "0"),
    region: `region-${index % 6}`,
  }));
  await send(installation, events);
}

async function sendOne(installation: Installation, id: string): Promise<void> {
  await send(installation, [
    {
      id,
      kind: "run.started",
      time: new Date().toISOString(),
      source: "hub",
      client: "client-1",
      store: "0002",
      workflow: "workflow-1",
      run: id,
    },
  ]);
}

async function send({ eventsUrl, key }: Installation, events: readonly unknown[]): Promise<void> {
  const answer = await fetch(eventsUrl, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(events),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
}
