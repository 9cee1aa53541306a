import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePostgres, openEmbeddedPostgres } from "@watchfloor/sql";
import {
  measureInstances,
  measureStorm,
  openAlertWorld,
  proveCommits,
  runCrashStory,
  type AlertWorld,
  type StormMeasure,
} from "@watchfloor/server/testing";

/** MAX_SLOT_MS is how long 10,000 instances may take in one slot. */
const MAX_SLOT_MS = 10_000;
/** STORM incidents fire at once. */
const STORM = 1_000;

/** proveAlerts shows that the commit protocol holds under crashes and stalls, and how long 10,000 instances take; throws when one does not hold. */
export async function proveAlerts(given: { readonly seeds: number; readonly seed: number }): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-alerts-"));
  const measured = await measureInstances(directory, { stores: 400, rules: 25 });
  rmSync(directory, { recursive: true, force: true });
  const finding = await proveCommits({ ...given, slots: 20 });
  const { seeds, crashes, stalls, lost, transitions, steps, violations } = finding;
  const slotMs = measured.slotMs.map(Math.round);
  const told = await proveStories(given.seeds);
  const storm = await withWorld((world) => measureStorm(world, STORM));
  const wrong = [...violations, ...told.violations, ...storm.violations];
  if (wrong.length > 0) throw new Error(`alerts: ${wrong.join("\n")}`);
  if (Math.max(...slotMs) > MAX_SLOT_MS)
    throw new Error(`alerts: a slot of ${measured.instances} instances took ${slotMs.join(", ")} ms`);
  const struck = Object.entries(steps).map(([step, count]) => `${step} ${count}`);
  return `alerts: ${seeds} runs of two workers, ${crashes} crashes (${struck.join(", ")}), ${stalls} stalls, ${lost} changes refused, ${transitions} transitions, each once and as an undisturbed worker decides them; ${measured.instances} instances in ${measured.statements} statements, slots of ${slotMs.join(", ")} ms, ${measured.firing} fired in all; ${told.messages} messages of ${seeds} stories with ${told.kills} deaths, each told at least once with one id, none to another tenant; ${renderStorm(storm)}`;
}

interface StoriesFinding {
  kills: number;
  messages: number;
  readonly violations: string[];
}

/** What still fires is told again every four hours of a story's time: after some stories most of the work would be that of earlier ones. */
const STORIES_OF_A_WORLD = 10;

/** Processes that plan, tick and send die at seeded statements. */
async function proveStories(seeds: number): Promise<StoriesFinding> {
  const found: StoriesFinding = { kills: 0, messages: 0, violations: [] };
  for (let first = 1; first <= seeds; first += STORIES_OF_A_WORLD)
    await proveWorld(found, first, Math.min(seeds, first + STORIES_OF_A_WORLD - 1));
  return found;
}

/** Adds what the stories `first` to `last` found, in a database of their own. */
async function proveWorld(found: StoriesFinding, first: number, last: number): Promise<void> {
  await withWorld(async (world) => {
    for (let seed = first; seed <= last; seed += 1) {
      const { kills, messages, violations } = await runCrashStory(world, seed);
      found.kills += kills;
      found.messages += messages;
      found.violations.push(...violations.map((violation) => `story ${seed}: ${violation}`));
    }
  });
}

async function withWorld<T>(work: (world: AlertWorld) => Promise<T>): Promise<T> {
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  const world = await openAlertWorld(postgres);
  try {
    return await work(world);
  } finally {
    await world.close();
    await postgres.close();
  }
}

function renderStorm({ plannedS, sentS, messages }: StormMeasure): string {
  const told = Object.entries(messages).map(([who, count]) => `${who} ${count}`);
  return `${STORM} that fired at once were planned in ${plannedS.toFixed(1)} s for five contacts and what was due within 15 minutes sent in ${sentS.toFixed(1)} s: ${told.join(", ")}`;
}
