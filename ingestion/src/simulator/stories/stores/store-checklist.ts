import { addRun } from "../../tell/add-run.js";
import { afterDark, LONGEST_DARK_MS } from "../../tell/after-dark.js";
import { findLocalSlot } from "../../demand.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const LIMIT_MS = 7_200_000;
const MINUTE_MS = 60_000;

/** storeChecklist: tasks before the doors open and around closing time, done by people, with a photo as evidence. */
export const storeChecklist: Story = {
  longestMs: 2 * SLOT_MS + 5 * 3_600_000 + LONGEST_DARK_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) {
      const hours = client.hours[client.clock.weekday(slot * SLOT_MS)];
      if (hours === undefined || hours === null) continue;
      const localSlot = findLocalSlot(client, slot);
      for (const store of client.stores) {
        // Stores begin one after the other: 75 minutes before opening, 30 minutes before closing.
        const turn = store.index % 6;
        if (localSlot === hours[0] * 12 - 15 + turn) tellTask({ scene, slot, client, store, checklist: "opening" });
        if (localSlot === hours[1] * 12 - 6 + turn) tellTask({ scene, slot, client, store, checklist: "closing" });
      }
    }
  },
};

function tellTask(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  store: SimulatedStore;
  checklist: "opening" | "closing";
}): void {
  const { scene, slot, client, store, checklist } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.checklist, slot, store.index);
  const startedMs = slot * SLOT_MS + dice.index(SLOT_MS);
  const isMissed = dice.chance(0.012);
  const workedMs = isMissed ? 4.5 * 60 * MINUTE_MS : Math.min(4 * 60 * MINUTE_MS, dice.logNormal(48 * MINUTE_MS, 0.35));
  const hasEvidence = !isMissed && dice.chance(0.93);
  if (simulation.incidents.darkUntil(store.id, startedMs) > 0) return;
  const finishedMs = afterDark(simulation, store.id, startedMs + Math.round(workedMs));
  addRun(scene, {
    common: { client: client.id, source: "store-gateway", store: store.id, channel: "pos" },
    workflow: "store-checklist",
    run: `CL-${store.id}-${checklist}-${slot}`,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome: isMissed ? "failed" : "succeeded",
    attempts: 1,
    ...(isMissed ? { error: { class: "not_done", message: "closed by the shift without being done" } } : undefined),
    more: { runKind: "task", entity: { type: "checklist", id: `${checklist}-${store.id}` }, attributes: { checklist } },
    end: { humanTouched: true, ...(hasEvidence ? { evidence: `photo-${store.id}-${slot}.jpg` } : undefined) },
  });
}
