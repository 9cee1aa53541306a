import type { NetworkPartner } from "@watchfloor/dashboards";
import { addRun } from "../../tell/add-run.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const LIMIT_MS = 1_800_000;
const LONGEST_MS = 3 * 3_600_000;
/** Every partner gets the catalogue each half hour. */
const EVERY_SLOTS = 6;
const ERRORS = [
  { class: "feed_rejected", code: "R12", message: "the partner refused 14 of the articles" },
  { class: "schema_error", code: "S02", message: "the attribute colour is required since today" },
] as const;

/** catalogueFeed: the catalogue goes to each reseller and marketplace and must be listed within half an hour. */
export const catalogueFeed: Story = {
  longestMs: SLOT_MS + LONGEST_MS + SLOT_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients)
      for (const [number, partner] of client.partners.entries())
        if ((slot + number * 2 + client.index) % EVERY_SLOTS === 0) tellFeed({ scene, slot, client, partner, number });
  },
};

function tellFeed(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  partner: NetworkPartner;
  number: number;
}): void {
  const { scene, slot, client, partner, number } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.catalogueFeed, slot, client.index * 16 + number);
  const startedMs = slot * SLOT_MS + dice.index(60_000);
  const finishedMs = startedMs + Math.min(LONGEST_MS, Math.round(dice.logNormal(390_000, 0.6)));
  const hasFailed = dice.chance(0.024);
  const error = dice.choose(ERRORS);
  addRun(scene, {
    common: { client: client.id, source: "partner-portal", partner: partner.id },
    workflow: "catalogue-feed",
    run: `CF-${client.code}-${partner.id}-${slot}`,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome: hasFailed ? "failed" : "succeeded",
    attempts: hasFailed ? 3 : 1,
    ...(hasFailed ? { error } : undefined),
    more: {
      entity: { type: "catalogue", id: partner.id, version: String(slot) },
      attributes: { articles: 4_000 + dice.index(300) },
    },
  });
}
