import { setTimeout } from "node:timers/promises";
import {
  listSlaPolicies,
  markDirtyHours,
  publishRegistrySignal,
  saveSlaPolicy,
  seedRegistry,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { keepRollups, keepStamps, type RollupKeeper } from "@watchfloor/server";
import { openBenchInstallation, type BenchInstallation } from "../open-bench-installation.js";
import { runPacedLoad } from "../run-paced-load.js";
import { fillRuns } from "./fill-runs.js";
import { watchEngine, type EngineWatch } from "./watch-engine.js";
import { measurePages } from "./measure-pages.js";

const EVENTS_PER_SECOND = 500;
const DAY_MS = 86_400_000;
/** Beyond this the quarter before is left out: it would double time and disk of the filling. */
const TWO_QUARTERS_UP_TO = 1_000_000;

/** From here on, policies are there before anything is rolled up: counting so much twice takes hours. */
const PROMISED_FROM = 50_000_000;

/**
 * measureMetrics prints how long the pages of long ranges take over `runs` runs in 90 days, and what keeping the rollups costs. With the
 * name of a directory the filled installation is kept there, and taken from there the next time.
 */
export async function measureMetrics(runs: number, keep?: string): Promise<string> {
  const days = runs > TWO_QUARTERS_UP_TO ? 90 : 180;
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(`metrics: ${line}`);
  };
  const startedAt = performance.now();
  const watched: EngineWatch[] = [];
  const installation = await openBenchInstallation(
    (clickhouse) => fillRuns(clickhouse, { runsIn90Days: runs, days, toMs: Date.now() }),
    {
      keep,
      watch(clickhouse) {
        const watch = watchEngine(clickhouse);
        watched.push(watch);
        return watch.clickhouse;
      },
    },
  );
  say(`${runs} runs in 90 days (${days} days filled) in ${seconds(startedAt)} s`);
  try {
    const { clickhouse, postgres } = installation;
    const keeper = keepRollups({ clickhouse, postgres, now: () => new Date() });
    const [watch] = watched;
    if (watch === undefined) throw new Error("the api asks no engine");
    const measure = (under: string) =>
      underLoad(installation, keeper, () => measurePages(installation, watch, (line) => say(`${under}${line}`)));
    if (runs >= PROMISED_FROM || keep !== undefined) await promise(postgres);
    const rolledAt = performance.now();
    await keeper.run();
    say(`rolled up in ${seconds(rolledAt)} s; ${await renderSizes(clickhouse)}`);
    if (runs < PROMISED_FROM && keep === undefined) {
      await measure("");
      await promise(postgres);
      const restatedAt = performance.now();
      const restated = await keeper.run();
      say(`two policies since ever: ${restated?.restatedHours ?? 0} hours restated in ${seconds(restatedAt)} s`);
    }
    const stampedAt = performance.now();
    const stamps = keepStamps({ clickhouse, postgres, now: () => new Date() });
    await stamps.run();
    await stamps.close();
    say(`promises of stored runs decided in ${seconds(stampedAt)} s`);
    await measure("policies: ");
    await measureUpkeep(installation, keeper, say);
    await keeper.close();
  } finally {
    await installation.close();
  }
  return lines.join("\n");
}

/** Live events come and rollups are kept while pages are measured. */
async function underLoad(
  { eventsUrl: url, key }: BenchInstallation,
  keeper: RollupKeeper,
  work: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  const load = (async () => {
    while (!isOver) await runPacedLoad({ url, key, count: 10_000, eventsPerSecond: EVENTS_PER_SECOND });
  })();
  const upkeep = (async () => {
    for (let second = 0; !isOver; second += 1) {
      await setTimeout(1_000);
      if (second % 20 === 0) await keeper.run();
    }
  })();
  await work().finally(() => (isOver = true));
  await Promise.all([load, upkeep]);
}

/** One policy for everything on the wall clock, one for a workflow by opening hours, both since ever. */
async function promise(postgres: Postgres): Promise<void> {
  if ((await listSlaPolicies(postgres, "bench")).length > 0) return;
  const day = [{ from: "08:00", to: "20:00" }];
  const week = [...Array.from({ length: 6 }, () => day), []];
  const calendars = [{ id: "shop", title: "Shop", timeZone: "Europe/Berlin", week }];
  await seedRegistry(postgres, "bench", { calendars }, new Date());
  const shared = {
    target: 0.95,
    windowDays: 30,
    effectiveFrom: new Date(0),
    createdAt: new Date(),
    createdBy: "bench",
  };
  for (const terms of [
    { ...shared, id: "all", title: "All", limitSeconds: 600 },
    { ...shared, id: "hours", title: "Opening hours", workflow: "workflow-3", calendar: "shop", limitSeconds: 1_800 },
  ])
    await saveSlaPolicy(postgres, "bench", { terms, expectedVersion: 0 });
  await publishRegistrySignal(postgres, "bench");
}

/** What keeping rollups costs at 2,000 events/s: processor time of this process with passes less that without. */
async function measureUpkeep(
  { eventsUrl: url, key, clickhouse }: BenchInstallation,
  keeper: RollupKeeper,
  say: (line: string) => void,
): Promise<void> {
  const measure = async (everyMs: number | undefined) => {
    const before = process.cpuUsage();
    const timer = everyMs === undefined ? undefined : setInterval(() => void keeper.run(), everyMs);
    const startedAt = performance.now();
    await runPacedLoad({ url, key, count: 80_000, eventsPerSecond: 2_000 });
    clearInterval(timer);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / (performance.now() - startedAt);
  };
  const without = await measure(undefined);
  const withPasses = await measure(20_000);
  say(
    `upkeep at 2,000 events/s: ${Math.round((withPasses - without) * 100)} % of a core (${withPasses.toFixed(2)} less ${without.toFixed(2)} cores; asked: <= 25 %)`,
  );
  // Last, because the merges that follow would be counted as the cost of something else.
  say(await measureRecount(clickhouse, keeper));
}

/** What late events cost: a day of hours is marked and counted anew. */
async function measureRecount(clickhouse: ClickHouse, keeper: RollupKeeper): Promise<string> {
  const to = new Date(Date.now() - 3 * 3_600_000);
  await markDirtyHours(clickhouse, { tenant: "bench", from: new Date(to.getTime() - DAY_MS), to });
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const finding = await keeper.run();
  const { user, system } = process.cpuUsage(before);
  return `counting ${finding?.dirtyHours ?? 0} hours anew: ${seconds(startedAt)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time`;
}

async function renderSizes(clickhouse: ClickHouse): Promise<string> {
  const rows = await clickhouse.query<{ name: string; rows: number; bytes: number }>({
    name: "bench.sizes",
    sql: "SELECT table AS name, sum(rows) AS rows, sum(bytes_on_disk) AS bytes FROM system.parts WHERE active AND (table LIKE 'run%' OR table = 'dirty_hour') GROUP BY table ORDER BY table",
  });
  return rows.map(({ name, rows: count, bytes }) => `${name} ${count} rows ${Math.round(bytes / 1e6)} MB`).join(", ");
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
