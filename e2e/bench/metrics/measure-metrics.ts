import { randomUUID } from "node:crypto";
import { markDirtyHours, type ClickHouse } from "@watchfloor/sql";
import { keepRollups, type RollupKeeper } from "@watchfloor/server";
import { openBenchInstallation, type BenchInstallation } from "../open-bench-installation.js";
import { renderSpread } from "../render-spread.js";
import { runPacedLoad } from "../run-paced-load.js";
import { fillRuns } from "./fill-runs.js";
import { METRIC_PAGES, type MetricPage } from "./metric-pages.js";

const WARM_UP = 5;
const ROUNDS = 40;
const EVENTS_PER_SECOND = 500;
const DAY_MS = 86_400_000;
/** Beyond this the quarter before is left out: it would double time and disk of the filling. */
const TWO_QUARTERS_UP_TO = 1_000_000;

/** measureMetrics prints how long the pages of long ranges take over `runs` runs in 90 days, and what keeping the rollups costs. */
export async function measureMetrics(runs: number): Promise<string> {
  const days = runs > TWO_QUARTERS_UP_TO ? 90 : 180;
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  const startedAt = performance.now();
  const installation = await openBenchInstallation((clickhouse) =>
    fillRuns(clickhouse, { runsIn90Days: runs, days, toMs: Date.now() }),
  );
  say(`metrics: ${runs} runs in 90 days (${days} days filled) in ${seconds(startedAt)} s`);
  try {
    const { clickhouse, postgres } = installation;
    const keeper = keepRollups({ clickhouse, postgres, now: () => new Date() });
    const rolledAt = performance.now();
    await keeper.run();
    say(`metrics: rolled up in ${seconds(rolledAt)} s; ${await renderSizes(clickhouse)}`);
    await measurePages(installation, keeper, say);
    await measureUpkeep(installation, keeper, say);
    await keeper.close();
  } finally {
    await installation.close();
  }
  return lines.join("\n");
}

async function measurePages(
  installation: BenchInstallation,
  keeper: RollupKeeper,
  say: (line: string) => void,
): Promise<void> {
  const { eventsUrl: url, key } = installation;
  const upkeep = setInterval(() => void keeper.run(), 20_000);
  const count = Math.ceil(METRIC_PAGES.length * ROUNDS * 1.5 + 60) * EVENTS_PER_SECOND;
  let isLoaded = true;
  const load = runPacedLoad({ url, key, count: Math.min(count, 120_000), eventsPerSecond: EVENTS_PER_SECOND }).finally(
    () => (isLoaded = false),
  );
  for (const page of METRIC_PAGES) {
    const measured = { page: [] as number[], sql: [] as number[], overhead: [] as number[] };
    for (let turn = -WARM_UP; turn < ROUNDS; turn += 1) {
      const { ms, sql } = await openPage(installation, page, turn + WARM_UP);
      const directMs = await askDirectly(installation.clickhouse, sql);
      if (turn < 0) continue;
      measured.page.push(ms);
      measured.sql.push(directMs);
      measured.overhead.push(ms - directMs);
    }
    say(
      `metrics: ${page.title}: ${renderSpread(measured.page)} (asked: p95 <= ${page.askedMs} ms); the same SQL alone ${renderSpread(measured.sql)}; difference ${renderSpread(measured.overhead)}${isLoaded ? "" : " (without load)"}`,
    );
  }
  clearInterval(upkeep);
  await load;
}

async function openPage(
  installation: BenchInstallation,
  { questions, days, draw }: MetricPage,
  turn: number,
): Promise<{ ms: number; sql: string[] }> {
  const now = Date.now();
  const variables = {
    from: new Date(now - days * DAY_MS).toISOString(),
    to: new Date(now).toISOString(),
    ...draw(turn),
  };
  const startedAt = performance.now();
  const answers = await Promise.all(questions.map((question) => installation.ask(question, variables)));
  const ms = performance.now() - startedAt;
  return { ms, sql: answers.map((answer) => (answer["metrics"] as { sql: string }).sql) };
}

/** The statements that a page was answered with, as the viewer sees them: a line with name and parameters, then the text. */
async function askDirectly(clickhouse: ClickHouse, shown: readonly string[]): Promise<number> {
  const statements = shown.flatMap((text) => text.split("\n\n-- ").map((each) => each.replace(/^-- /, "")));
  const startedAt = performance.now();
  await Promise.all(
    statements.map((statement) => {
      const end = statement.indexOf("\n");
      const head = statement.slice(0, end);
      const params = JSON.parse(head.slice(head.indexOf(" ") + 1)) as Record<string, unknown>;
      return clickhouse.query({ name: `bench.${randomUUID()}`, sql: statement.slice(end + 1), params });
    }),
  );
  return performance.now() - startedAt;
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
  say(await measureRecount(clickhouse, keeper));
  const without = await measure(undefined);
  const withPasses = await measure(20_000);
  say(
    `metrics: upkeep at 2,000 events/s: ${Math.round((withPasses - without) * 100)} % of a core (${withPasses.toFixed(2)} less ${without.toFixed(2)} cores; asked: <= 25 %)`,
  );
}

/** What late events cost: a day of hours is marked and counted anew. */
async function measureRecount(clickhouse: ClickHouse, keeper: RollupKeeper): Promise<string> {
  const to = new Date(Date.now() - 3 * 3_600_000);
  await markDirtyHours(clickhouse, { tenant: "bench", from: new Date(to.getTime() - DAY_MS), to });
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const finding = await keeper.run();
  const { user, system } = process.cpuUsage(before);
  return `metrics: counting ${finding?.dirtyHours ?? 0} hours anew: ${seconds(startedAt)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time`;
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
