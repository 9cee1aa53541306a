import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOTS_PER_HOUR, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";
import { addMeasure } from "./add-measure.js";

/** Live, cold counters report every 20 seconds, day and night: this keeps the wall moving at night. */
const LIVE_EVERY_MS = 20_000;
const HISTORY_EVERY_SLOTS = { old: 24 * SLOTS_PER_HOUR, recent: 4 * SLOTS_PER_HOUR, live: 1 } as const;

/** temperature: the cold counter of each store, around 4 degrees with the odd defrosting. */
export const temperature: Story = {
  longestMs: 2 * SLOT_MS,
  tell: (scene, slot) => {
    if (slot % HISTORY_EVERY_SLOTS[scene.detail] !== 0) return;
    for (const client of scene.simulation.clients)
      for (const store of client.stores) tellStore({ scene, slot, client, store });
  },
};

function tellStore(options: { scene: Scene; slot: number; client: SimulatedClient; store: SimulatedStore }): void {
  const { scene, slot, client, store } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.temperature, slot, store.index);
  const level = dice.chance(0.01) ? 8 : 4;
  const samples = scene.detail === "live" ? SLOT_MS / LIVE_EVERY_MS : 1;
  for (let sample = 0; sample < samples; sample += 1) {
    const value = Math.round((level + dice.between(-0.6, 0.6)) * 10) / 10;
    const timeMs = slot * SLOT_MS + sample * LIVE_EVERY_MS + ((store.index * 61) % LIVE_EVERY_MS);
    if (!scene.wants(timeMs + 70) || simulation.incidents.darkUntil(store.id, timeMs + 70) > 0) continue;
    addMeasure(scene, timeMs, {
      id: `cold-${store.id}-${slot}-${sample}`,
      client: client.id,
      source: "store-gateway",
      store: store.id,
      channel: "pos",
      measure: "cold.temperature",
      value,
      unit: "celsius",
    });
  }
}
