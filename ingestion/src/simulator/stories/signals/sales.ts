import { findTillDemand } from "../../demand.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOTS_PER_HOUR, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";
import { addMeasure } from "./add-measure.js";

const HOUR_MS = 3_600_000;
/** Live, tills report every 20 seconds; in history one sum an hour says the same. */
const LIVE_EVERY_MS = 20_000;
const SALES_PER_HOUR = 760;
/** The hour's sum is told just before the hour ends, so that no hour is told both finely and as a sum. */
const BEFORE_HOUR_END_MS = 45_000;

/** sales: net sales at the tills of each store while it is open. Live and history add up to the same level. */
export const sales: Story = {
  longestMs: 2 * SLOT_MS,
  tell: (scene, slot) => {
    const isLastOfHour = slot % SLOTS_PER_HOUR === SLOTS_PER_HOUR - 1;
    if (scene.detail !== "live" && !isLastOfHour) return;
    for (const client of scene.simulation.clients) {
      const demand = findTillDemand(client, slot * SLOT_MS);
      if (demand === 0) continue;
      for (const store of client.stores)
        if (scene.detail === "live") tellLive({ scene, slot, client, store, demand });
        else tellHour({ scene, slot, client, store, demand });
    }
  },
};

interface Place {
  readonly scene: Scene;
  readonly slot: number;
  readonly client: SimulatedClient;
  readonly store: SimulatedStore;
  readonly demand: number;
}

function tellHour(place: Place): void {
  const { scene, slot, store, demand } = place;
  scene.dice.start(scene.simulation.seed, STORY_NUMBER.sales, slot, store.index);
  const amount = SALES_PER_HOUR * demand * sizeOf(store) * scene.dice.between(0.8, 1.2);
  const timeMs = Math.floor((slot * SLOT_MS) / HOUR_MS + 1) * HOUR_MS - BEFORE_HOUR_END_MS + (store.index % 40) * 1_000;
  addSales(place, { id: `sales-${store.id}-hour-${slot}`, timeMs, amount });
}

function tellLive(place: Place): void {
  const { scene, slot, store, demand } = place;
  scene.dice.start(scene.simulation.seed, STORY_NUMBER.sales, slot, 1_000 + store.index);
  for (let sample = 0; sample < SLOT_MS / LIVE_EVERY_MS; sample += 1) {
    const amount = SALES_PER_HOUR * (LIVE_EVERY_MS / HOUR_MS) * demand * sizeOf(store) * scene.dice.between(0.2, 1.8);
    const timeMs = slot * SLOT_MS + sample * LIVE_EVERY_MS + ((store.index * 67) % LIVE_EVERY_MS);
    addSales(place, { id: `sales-${store.id}-${slot}-${sample}`, timeMs, amount });
  }
}

function addSales(place: Place, sale: { id: string; timeMs: number; amount: number }): void {
  const { scene, client, store } = place;
  if (!scene.wants(sale.timeMs + 70) || scene.simulation.incidents.darkUntil(store.id, sale.timeMs + 70) > 0) return;
  addMeasure(scene, sale.timeMs, {
    id: sale.id,
    client: client.id,
    source: "store-gateway",
    store: store.id,
    channel: "pos",
    measure: "sales.net",
    value: Math.round(sale.amount * 100) / 100,
    unit: "money",
    currency: client.currency,
  });
}

/** Stores differ in size between 0.6 and 1.7, for good. */
function sizeOf(store: SimulatedStore): number {
  return 0.6 + ((store.index * 37) % 100) / 90;
}
