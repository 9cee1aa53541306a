import { addChange, LONGEST_CHANGE_MS } from "../../tell/add-change.js";
import { afterDark } from "../../tell/after-dark.js";
import { addRun } from "../../tell/add-run.js";
import { renderInstant } from "../../tell/render-instant.js";
import { findLocalSlot } from "../../demand.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOTS_PER_DAY, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const LIMIT_MS = 3_600_000;
const HOUR_MS = 3_600_000;
/** Weekly promotions launch on Thursdays at 06:00 local time, flash offers of one region every day at 11:00. */
const LAUNCH_SLOT = 72;
const FLASH_SLOT = 132;
const THURSDAY = 3;
const APPROVAL_LEAD_MS = 30 * HOUR_MS;

/** promotionLaunch: a promotion is approved the day before and must be live in every store within the hour. */
export const promotionLaunch: Story = {
  longestMs: SLOT_MS + Math.max(LONGEST_CHANGE_MS, APPROVAL_LEAD_MS) + HOUR_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) {
      const localSlot = findLocalSlot(client, slot);
      const isThursday = client.clock.weekday(slot * SLOT_MS) === THURSDAY;
      if (localSlot === LAUNCH_SLOT && isThursday) tellLaunch({ scene, slot, client, kind: "weekly" });
      if (localSlot === FLASH_SLOT) tellLaunch({ scene, slot, client, kind: "flash" });
      // Approvals of the launch that follows 24 hours later are asked for at the same local time of the day before.
      if (localSlot === FLASH_SLOT) tellApproval(scene, slot, client);
    }
  },
};

function tellLaunch(options: { scene: Scene; slot: number; client: SimulatedClient; kind: "weekly" | "flash" }): void {
  const { scene, slot, client, kind } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.promotion, slot, client.index);
  const publishedMs = slot * SLOT_MS + dice.index(120_000);
  const region = dice.choose(client.regions).id;
  const name = `PR-${client.code}-${kind}-${slot}`;
  const stores = kind === "weekly" ? client.stores : client.stores.filter((store) => store.region === region);
  addChange(scene, {
    client,
    source: "promotion-planner",
    workflow: "promotion-launch",
    change: name,
    entity: { type: "promotion", id: name, version: "2" },
    stores,
    slot,
    targetStory: STORY_NUMBER.promotionTarget,
    publishedMs,
    dueMs: publishedMs + LIMIT_MS,
    medianMs: 11 * 60_000,
    amount: Math.round(dice.logNormal(kind === "weekly" ? 520 : 240, 0.4)),
    attributes: { promotion: name, type: kind, title: kind === "weekly" ? "Weekly promotion" : "Flash offer" },
  });
  for (const store of stores) tellAcknowledgement({ scene, slot, client, store, change: name, publishedMs });
}

/** Somebody in each store confirms that the promotion hangs, mostly within the hour; one store in sixty the day after. */
function tellAcknowledgement(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  store: SimulatedStore;
  change: string;
  publishedMs: number;
}): void {
  const { scene, slot, client, store, change, publishedMs } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.acknowledgement, slot, store.index);
  const promptMs = Math.min(3 * HOUR_MS, Math.round(dice.logNormal(50 * 60_000, 0.5)));
  const isForgotten = dice.chance(1 / 60);
  const atMs = afterDark(simulation, store.id, publishedMs + (isForgotten ? 26 * HOUR_MS : promptMs));
  if (!scene.wants(atMs + 180)) return;
  scene.add(atMs + 180, {
    ...{ id: `${change}:${store.id}:acknowledged`, kind: "run.finished", time: renderInstant(atMs) },
    ...{ source: "store-gateway", client: client.id, store: store.id, channel: "pos" },
    ...{ workflow: "promotion-acknowledgement", run: `${change}:${store.id}`, change },
    ...{ startedAt: renderInstant(atMs - 90_000), outcome: "succeeded", humanTouched: true },
  });
}

function tellApproval(scene: Scene, slot: number, client: SimulatedClient): void {
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.approval, slot, client.index);
  const startedMs = slot * SLOT_MS + dice.index(600_000);
  const finishedMs = startedMs + Math.min(22 * HOUR_MS, Math.round(dice.logNormal(95 * 60_000, 0.8)));
  const isDeclined = dice.chance(0.04);
  const run = `AP-${client.code}-${slot}`;
  addRun(scene, {
    common: { client: client.id, source: "promotion-planner" },
    workflow: "promotion-launch",
    run,
    startedMs,
    finishedMs,
    dueMs: startedMs + 8 * HOUR_MS,
    outcome: isDeclined ? "cancelled" : "succeeded",
    attempts: 1,
    more: {
      runKind: "approval",
      entity: { type: "promotion", id: `PR-${client.code}-flash-${slot + SLOTS_PER_DAY}`, version: "2" },
      // What the planner already knows of a promotion that it publishes a day later.
      attributes: { title: "Flash offer", launchAt: renderInstant((slot + SLOTS_PER_DAY) * SLOT_MS + LIMIT_MS) },
    },
    end: { humanTouched: true },
  });
}
