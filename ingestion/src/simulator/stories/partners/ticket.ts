import { addRun } from "../../tell/add-run.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOTS_PER_DAY, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const HOUR_MS = 3_600_000;
const LIMIT_MS = 8 * HOUR_MS;
const LONGEST_MS = 40 * HOUR_MS;
const PER_DAY = 14;
const TEAMS = ["store systems", "integration", "finance", "commerce"] as const;
const PRIORITIES = ["2 - High", "3 - Moderate", "3 - Moderate", "4 - Low"] as const;

/** ticket: incidents of the service desk, most of them by day, with the desk's own verdict on its promise. */
export const ticket: Story = {
  longestMs: SLOT_MS + LONGEST_MS + SLOT_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) tellTickets(scene, slot, client);
  },
};

function tellTickets(scene: Scene, slot: number, client: SimulatedClient): void {
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.ticket, slot, -1 - client.index);
  const hour = client.clock.hour(slot * SLOT_MS);
  const tickets = dice.count((PER_DAY / SLOTS_PER_DAY) * (hour >= 7 && hour < 20 ? 1.6 : 0.29));
  for (let number = 0; number < tickets; number += 1) {
    dice.start(simulation.seed, STORY_NUMBER.ticket, slot, number * 8 + client.index);
    const startedMs = slot * SLOT_MS + dice.index(SLOT_MS);
    const tookMs = Math.min(LONGEST_MS, Math.round(dice.logNormal(2.6 * HOUR_MS, 0.8)));
    const team = dice.choose(TEAMS);
    const priority = dice.choose(PRIORITIES);
    addRun(scene, {
      common: { client: client.id, source: "service-desk" },
      workflow: "incident",
      run: `INC-${client.code}-${slot}-${number}`,
      startedMs,
      finishedMs: startedMs + tookMs,
      dueMs: startedMs + LIMIT_MS,
      outcome: "succeeded",
      attempts: 1,
      more: { attributes: { team, priority } },
      end: { humanTouched: true, promise: tookMs <= LIMIT_MS ? "kept" : "broken" },
    });
  }
}
