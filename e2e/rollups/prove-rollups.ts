import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startIngestion, type Ingestion } from "@watchfloor/ingestion";
import {
  buildMetricPair,
  PromiseStamper,
  buildScope,
  listRolledMetrics,
  type MetricPair,
  type MetricQuestion,
} from "@watchfloor/server/testing";
import {
  ensureIngestKey,
  ensureTenant,
  markDirtyHours,
  migrateClickHouse,
  migratePostgres,
  openEmbeddedClickHouse,
  openEmbeddedPostgres,
  type ClickHouse,
} from "@watchfloor/sql";
import pino from "pino";
import { compareAnswers } from "./compare-answers.js";
import { drawRollupQuestion } from "./draw-rollup-question.js";
import { PromiseChanges } from "./promise-changes.js";
import { RollupEvents } from "./rollup-events.js";

const HOUR = 3_600_000;
/** The night in which the clocks of Berlin and of Lord Howe change lies within the range. */
const FROM = Date.parse("2026-10-23T00:00:00Z");
const TENANTS = ["one", "two"] as const;
const METRICS = listRolledMetrics();
const COUNTED = METRICS.filter((id) => !/_p\d\d$/.test(id));

/** RollupFinding says how much was compared and what differed. */
export interface RollupProof {
  readonly events: number;
  readonly passes: number;
  readonly crashes: number;
  readonly questions: number;
  readonly figures: number;
  /** Questions that were answered from rollups. */
  readonly rolled: number;
  /** Questions to a tenant with policies of which promises were answered from rollups. */
  readonly promised: number;
  /** How often policies, calendars or corrections changed. */
  readonly changes: number;
  readonly differences: readonly string[];
}

interface Stage {
  readonly clickhouse: ClickHouse;
  readonly pair: MetricPair;
  readonly random: () => number;
  readonly found: {
    events: number;
    passes: number;
    crashes: number;
    questions: number;
    figures: number;
    rolled: number;
    promised: number;
    changes: number;
  };
  readonly differences: string[];
  nowMs: number;
}

/**
 * proveRollups sends batches of late, repeated, unordered and contradictory events through ingestion, lets workers do passes, break in
 * the middle of one or work side by side, changes policies, calendars and corrections, and asks after each step, whatever was rolled up
 * until then, the same of rows and of rollups.
 */
export async function proveRollups(options: {
  rounds: number;
  questions: number;
  seed: number;
  random: (seed: number) => () => number;
}): Promise<RollupProof> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-rollups-"));
  const clickhouse = openEmbeddedClickHouse(join(directory, "clickhouse"));
  const postgres = await openEmbeddedPostgres(undefined);
  const random = options.random(options.seed);
  const stage: Stage = {
    clickhouse,
    random,
    pair: buildMetricPair({ clickhouse, postgres, now: () => new Date(stage.nowMs) }),
    found: { events: 0, passes: 0, crashes: 0, questions: 0, figures: 0, rolled: 0, promised: 0, changes: 0 },
    differences: [],
    nowMs: FROM + 30 * HOUR,
  };
  await migrateClickHouse(clickhouse, { now: new Date(FROM) });
  await migratePostgres(postgres);
  const promises = new PromiseChanges({ ...{ tenant: "one", postgres, random, fromMs: FROM }, pair: stage.pair });
  const senders = await openSenders({ directory, clickhouse, postgres, stage });
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      await send(stage, senders);
      await askBoth(stage, options.questions);
      // At first nobody has policies, and the other tenant never has any.
      if (round * 3 >= options.rounds) {
        stage.found.changes += 1;
        await promises.change(stage.nowMs);
        await askBoth(stage, options.questions);
      }
      await work(stage);
      await askBoth(stage, options.questions);
      if (random() < 0.5) stage.nowMs += Math.floor(random() * 9 * HOUR);
    }
  } finally {
    await senders.ingestion.close();
    await clickhouse.close();
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
  }
  return { ...stage.found, differences: stage.differences };
}

interface Senders {
  readonly ingestion: Ingestion;
  readonly each: readonly { readonly key: string; readonly events: RollupEvents }[];
}

async function openSenders(opened: {
  directory: string;
  clickhouse: ClickHouse;
  postgres: Awaited<ReturnType<typeof openEmbeddedPostgres>>;
  stage: Stage;
}): Promise<Senders> {
  const { directory, clickhouse, postgres, stage } = opened;
  const now = () => new Date(stage.nowMs);
  const each: { key: string; events: RollupEvents }[] = [];
  for (const tenant of TENANTS) {
    await ensureTenant(postgres, { id: tenant, title: tenant, timeZone: "Europe/Berlin", isDemo: false, now: now() });
    const { key = "" } = await ensureIngestKey(postgres, { tenant, now: now() });
    each.push({ key, events: new RollupEvents(stage.random, FROM) });
  }
  const logger = pino({ level: "warn" });
  const host = "127.0.0.1";
  const ingestion = await startIngestion({
    host,
    port: 0,
    dataDirectory: directory,
    clickhouse,
    postgres,
    now,
    logger,
    stamps: new PromiseStamper(postgres, now),
  });
  return { ingestion, each };
}

async function send(stage: Stage, { ingestion, each }: Senders): Promise<void> {
  for (const { key, events } of each) {
    const batch = events.draw(1 + Math.floor(stage.random() * 60), stage.nowMs);
    const answer = await fetch(`http://127.0.0.1:${ingestion.port ?? 0}/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify(batch),
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    stage.found.events += batch.length;
  }
  await ingestion.intake.settled();
}

/** Nothing, a whole pass, one that breaks between two statements, two at once, or one after hours were marked that did not change. */
async function work(stage: Stage): Promise<void> {
  const { pair, random, clickhouse, found } = stage;
  const now = new Date(stage.nowMs);
  const kind = random();
  if (kind < 0.2) return;
  found.passes += 1;
  if (kind < 0.45) {
    found.crashes += 1;
    await pair
      .buildPass(breakAfter(clickhouse, Math.floor(random() * 12)))
      .run(now)
      .catch(() => undefined);
    return;
  }
  if (kind < 0.6) {
    const from = new Date(FROM + Math.floor(random() * 20) * HOUR);
    await markDirtyHours(clickhouse, { tenant: "one", from, to: new Date(from.getTime() + 5 * HOUR) });
  }
  await Promise.all([pair.buildPass().run(now), ...(kind > 0.85 ? [pair.buildPass().run(now)] : [])]);
}

/** The engine as a worker sees it that dies after some statements. */
function breakAfter(clickhouse: ClickHouse, statements: number): ClickHouse {
  let left = statements;
  return {
    ...clickhouse,
    command: (sql) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("the worker died")) : clickhouse.command(sql);
    },
  };
}

async function askBoth(stage: Stage, questions: number): Promise<void> {
  const { random, pair, found, nowMs, differences } = stage;
  for (let turn = 0; turn < questions; turn += 1) {
    const isSpread = random() < 0.4;
    const question = drawRollupQuestion(random, { metrics: isSpread ? METRICS : COUNTED, fromMs: FROM, nowMs });
    const scope = drawScope(random);
    const answers = await Promise.all(
      [pair.rows, isSpread ? pair.spread : pair.rolled].map(async (service) => {
        const outcome = await service.ask(scope, question as MetricQuestion, { coverage: false });
        if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
        return outcome.answer;
      }),
    );
    const [expected, answer] = answers;
    if (expected === undefined || answer === undefined) throw new Error("no answer");
    const compared = compareAnswers(expected, answer);
    found.questions += 1;
    found.figures += compared.figures;
    if (/\.rolled |\.spread /.test(answer.sql ?? "")) found.rolled += 1;
    if (found.changes > 0 && scope.tenant === "one" && /decided_at\S*\.rolled /.test(answer.sql ?? ""))
      found.promised += 1;
    const told = `${new Date(nowMs).toISOString()} ${JSON.stringify(question)}`;
    differences.push(...compared.differences.slice(0, 3).map((difference) => `${told}: ${difference}`));
  }
}

function drawScope(random: () => number) {
  const scopes = [
    { tenant: "one" },
    { tenant: "two" },
    { tenant: "one", clients: ["c1"] },
    { tenant: "two", stores: ["c1/s1", "s3"] },
    { tenant: "one", partners: ["p1"] },
    { tenant: "nobody" },
  ];
  const grant = scopes[Math.floor(random() * scopes.length)] ?? { tenant: "one" };
  return buildScope({ role: "administrator", subjectId: "prover", ...grant });
}
