import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOTS_PER_DAY, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";
import { isOpen } from "../../demand.js";

/** stockCheck: a shelf counted by hand and two stock positions compared with the central book, per store and day. */
export const stockCheck: Story = {
  longestMs: 2 * SLOT_MS,
  tell: (scene, slot) => {
    const turn = slot % SLOTS_PER_DAY;
    for (const client of scene.simulation.clients) {
      const open = isOpen(client, slot * SLOT_MS);
      for (const store of client.stores) {
        const offset = (store.index * 31) % 72;
        if (open && turn === 108 + offset) tellCount({ scene, slot, client, store });
        if (turn === offset || turn === 144 + offset) tellPosition({ scene, slot, client, store });
      }
    }
  },
};

interface Place {
  readonly scene: Scene;
  readonly slot: number;
  readonly client: SimulatedClient;
  readonly store: SimulatedStore;
}

function tellCount(place: Place): void {
  const { dice, simulation } = place.scene;
  dice.start(simulation.seed, STORY_NUMBER.stockCheck, place.slot, place.store.index);
  const expected = 12 + dice.index(140);
  const isOff = dice.chance(0.06);
  const shrinkage = 1 + dice.index(6);
  tellCheck(place, {
    measure: "stock.count",
    expected,
    value: isOff ? Math.max(0, expected - shrinkage) : expected,
    absolute: 1,
  });
}

function tellPosition(place: Place): void {
  const { dice, simulation } = place.scene;
  dice.start(simulation.seed, STORY_NUMBER.stockCheck, place.slot, 1_000 + place.store.index);
  const expected = 5 + dice.index(90);
  const isOff = dice.chance(0.025);
  const difference = dice.index(2) === 0 ? 3 : -4;
  tellCheck(place, {
    measure: "inventory.position",
    expected,
    value: isOff ? Math.max(0, expected + difference) : expected,
    absolute: 1,
  });
}

function tellCheck(place: Place, check: { measure: string; expected: number; value: number; absolute: number }): void {
  const { scene, slot, client, store } = place;
  const timeMs = slot * SLOT_MS + scene.dice.index(SLOT_MS);
  const article = 10_000 + scene.dice.index(4_000);
  if (!scene.wants(timeMs + 90) || scene.simulation.incidents.darkUntil(store.id, timeMs + 90) > 0) return;
  scene.add(timeMs + 90, {
    id: `${check.measure}-${store.id}-${slot}`,
    kind: "check.recorded",
    time: renderInstant(timeMs),
    source: "store-gateway",
    client: client.id,
    store: store.id,
    channel: "pos",
    measure: check.measure,
    value: check.value,
    expected: check.expected,
    tolerance: { absolute: check.absolute },
    unit: "pieces",
    entity: { type: "article", id: `A${article}` },
  });
}
