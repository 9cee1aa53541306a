import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePostgres, openEmbeddedPostgres } from "@watchfloor/sql";
import { measureInstances, openAlertWorld, proveCommits, runCrashStory } from "@watchfloor/server/testing";

/** MAX_SLOT_MS is how long 10,000 instances may take in one slot. */
const MAX_SLOT_MS = 10_000;

/** proveAlerts shows that the commit protocol holds under crashes and stalls, and how long 10,000 instances take; throws when one does not hold. */
export async function proveAlerts(given: { readonly seeds: number; readonly seed: number }): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-alerts-"));
  const measured = await measureInstances(directory, { stores: 400, rules: 25 });
  rmSync(directory, { recursive: true, force: true });
  const finding = await proveCommits({ ...given, slots: 20 });
  const { seeds, crashes, stalls, lost, transitions, steps, violations } = finding;
  const slotMs = measured.slotMs.map(Math.round);
  const told = await proveStories(given.seeds);
  if (violations.length + told.violations.length > 0)
    throw new Error(`alerts: ${[...violations, ...told.violations].join("\n")}`);
  if (Math.max(...slotMs) > MAX_SLOT_MS)
    throw new Error(`alerts: a slot of ${measured.instances} instances took ${slotMs.join(", ")} ms`);
  const struck = Object.entries(steps).map(([step, count]) => `${step} ${count}`);
  return `alerts: ${seeds} runs of two workers, ${crashes} crashes (${struck.join(", ")}), ${stalls} stalls, ${lost} changes refused, ${transitions} transitions, each once and as an undisturbed worker decides them; ${measured.instances} instances in ${measured.statements} statements, slots of ${slotMs.join(", ")} ms, ${measured.firing} fired in all; ${told.messages} messages of ${seeds} stories with ${told.kills} deaths, each told at least once with one id, none to another tenant`;
}

/** Processes that plan, tick and send die at seeded statements. */
async function proveStories(seeds: number): Promise<{ kills: number; messages: number; violations: string[] }> {
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  const world = await openAlertWorld(postgres);
  const found = { kills: 0, messages: 0, violations: [] as string[] };
  try {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { kills, messages, violations } = await runCrashStory(world, seed);
      found.kills += kills;
      found.messages += messages;
      found.violations.push(...violations.map((violation) => `story ${seed}: ${violation}`));
    }
  } finally {
    await world.close();
    await postgres.close();
  }
  return found;
}
