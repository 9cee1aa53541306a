import { addException } from "../../tell/add-exception.js";
import { addRun, type StepPlan } from "../../tell/add-run.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOTS_PER_HOUR, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const LIMIT_MS = 300_000;
const LONGEST_RUN_MS = 2_400_000;
const LONGEST_REPAIR_MS = 20 * 3_600_000;
const ERRORS = [
  { class: "timeout", code: "ETIMEDOUT", message: "stock hub did not answer within 30 s" },
  { class: "schema_mismatch", code: "E422", message: "article master is older than the delivery" },
  { class: "connection_refused", code: "ECONNREFUSED", message: "store gateway refused the connection" },
] as const;
const STEPS: readonly StepPlan[] = [
  { step: "extract", share: 0.35, from: "store-gateway", to: "stock-hub" },
  { step: "reconcile", share: 0.4, from: "stock-hub", to: "stock-hub" },
  { step: "publish", share: 0.25, from: "stock-hub", to: "web-shop" },
];

/** inventorySync: every store sends its stock once an hour, day and night, each at a minute of its own. */
export const inventorySync: Story = {
  longestMs: SLOT_MS + LONGEST_RUN_MS + LONGEST_REPAIR_MS,
  tell: (scene, slot) => {
    const turn = slot % SLOTS_PER_HOUR;
    for (const client of scene.simulation.clients)
      for (const store of client.stores)
        if ((store.index * 7) % SLOTS_PER_HOUR === turn) tellSync({ scene, slot, client, store });
  },
};

function tellSync(options: { scene: Scene; slot: number; client: SimulatedClient; store: SimulatedStore }): void {
  const { scene, slot, client, store } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.inventorySync, slot, store.index);
  const startedMs = slot * SLOT_MS + Math.floor(dice.between(0, 60_000));
  const slowdown = dice.chance(0.012) ? 12 : 1;
  const finishedMs = startedMs + Math.min(LONGEST_RUN_MS, Math.round(dice.logNormal(42_000, 0.6)) * slowdown);
  const hasFailed = dice.chance(0.013);
  const attempts = hasFailed ? 3 : dice.chance(0.03) ? 2 : 1;
  const error = dice.choose(ERRORS);
  const articles = 800 + dice.index(900);
  if (
    simulation.incidents.darkUntil(store.id, startedMs) > 0 ||
    simulation.incidents.darkUntil(store.id, finishedMs + 800) > 0
  )
    return;
  const run = `IS-${store.id}-${slot}`;
  const common = { client: client.id, source: "store-gateway", store: store.id, channel: "pos" } as const;
  addRun(scene, {
    common,
    workflow: "inventory-sync",
    run,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome: hasFailed ? "failed" : "succeeded",
    attempts,
    ...(hasFailed ? { error } : undefined),
    more: { entity: { type: "store-stock", id: store.id }, attributes: { articles } },
    steps: STEPS,
    isFrequent: true,
  });
  if (hasFailed && dice.chance(0.35))
    tellException({ scene, client, store, run, raisedMs: finishedMs + 5_000, message: error.message });
}

function tellException(options: {
  scene: Scene;
  client: SimulatedClient;
  store: SimulatedStore;
  run: string;
  raisedMs: number;
  message: string;
}): void {
  const { scene, client, store, run, raisedMs, message } = options;
  const { dice, simulation } = scene;
  const resolvedMs = raisedMs + Math.min(LONGEST_REPAIR_MS / 2, Math.round(dice.logNormal(5_400_000, 0.8)));
  const amount = Math.round(dice.logNormal(260, 0.7));
  // A dark store reports nothing: what it would have said of the repair is said once it is back.
  const toldMs = simulation.incidents.darkUntil(store.id, resolvedMs) > 0 ? raisedMs + 60_000 : resolvedMs;
  addException(scene, {
    common: { client: client.id, source: "store-gateway", store: store.id, channel: "pos" },
    exception: `EX-${run}`,
    class: "stock_not_published",
    message,
    raisedMs,
    resolvedMs: toldMs,
    cause: "store network",
    resolution: "sent again by the next sync",
    more: {
      workflow: "inventory-sync",
      run,
      money: { amount, currency: client.currency },
      compliance: 0.1,
      partnerImpact: 0.2,
    },
  });
}
