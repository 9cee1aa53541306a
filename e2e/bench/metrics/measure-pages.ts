import type { BenchInstallation } from "../open-bench-installation.js";
import { renderSpread } from "../render-spread.js";
import { METRIC_PAGES, type MetricPage } from "./metric-pages.js";
import type { EngineWatch } from "./watch-engine.js";

const WARM_UP = 5;
const ROUNDS = 40;
const DAY_MS = 86_400_000;

/** measurePages opens each page again and again and says how long it took, how much of it outside the engine, and in which statements. */
export async function measurePages(
  installation: BenchInstallation,
  watch: EngineWatch,
  say: (line: string) => void,
): Promise<void> {
  for (const page of METRIC_PAGES) {
    const measured = { page: [] as number[], outside: [] as number[] };
    const statements = new Map<string, number>();
    for (let turn = -WARM_UP; turn < ROUNDS; turn += 1) {
      watch.take();
      const ms = await openPage(installation, page, turn + WARM_UP);
      const { busyMs, questions } = watch.take();
      if (turn < 0) continue;
      measured.page.push(ms);
      measured.outside.push(ms - busyMs);
      for (const { query, beganAt, endedAt } of questions)
        statements.set(query.name, (statements.get(query.name) ?? 0) + (endedAt - beganAt) / ROUNDS);
    }
    const each = [...statements].map(([name, ms]) => `${name} ${Math.round(ms)}`).join(", ");
    say(`${page.title}: ${renderSpread(measured.page)} (asked: p95 <= ${page.askedMs} ms)`);
    say(
      `  outside the engine ${renderSpread(measured.outside)} (asked: <= 15 ms); ms in statements, of which some run at once: ${each}`,
    );
  }
}

async function openPage(
  installation: BenchInstallation,
  { questions, days, draw }: MetricPage,
  turn: number,
): Promise<number> {
  const now = Date.now();
  const variables = {
    from: new Date(now - days * DAY_MS).toISOString(),
    to: new Date(now).toISOString(),
    ...draw(turn),
  };
  const startedAt = performance.now();
  await Promise.all(questions.map((question) => installation.ask(question, variables)));
  return performance.now() - startedAt;
}
