import type { NetworkPartner } from "@watchfloor/dashboards";
import { addException } from "../../tell/add-exception.js";
import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

/** A page of a partner is compared every quarter of an hour. */
const EVERY_SLOTS = 3;
const DETECTED_AFTER_MS = 240_000;

/** priceCheck: prices seen at a partner against the agreed ones; in a conflict nearly half of them differ. */
export const priceCheck: Story = {
  longestMs: SLOT_MS + 21 * 3_600_000,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients)
      for (const [number, partner] of client.partners.entries())
        if ((slot + number + client.index) % EVERY_SLOTS === 0) tellCheck({ scene, slot, client, partner, number });
    tellConflict(scene, slot);
  },
};

function tellCheck(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  partner: NetworkPartner;
  number: number;
}): void {
  const { scene, slot, client, partner, number } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.priceCheck, slot, client.index * 16 + number);
  const timeMs = slot * SLOT_MS + dice.index(SLOT_MS);
  const expected = Math.round(dice.logNormal(39, 0.8) * 100) / 100;
  const draw = dice.next();
  const article = 10_000 + dice.index(4_000);
  const cut = dice.between(0.86, 0.97);
  if (!scene.wants(timeMs + 150)) return;
  const conflict = simulation.incidents.find(
    "partner-price-conflict",
    timeMs,
    (incident) => incident.client === client.id && incident.partner === partner.id,
  );
  const differs = draw < (conflict === undefined ? 0.008 : 0.46);
  scene.add(timeMs + 150, {
    id: `price-${client.code}-${partner.id}-${slot}`,
    kind: "check.recorded",
    time: renderInstant(timeMs),
    source: "partner-portal",
    client: client.id,
    partner: partner.id,
    measure: "price",
    value: differs ? Math.round(expected * cut * 100) / 100 : expected,
    expected,
    tolerance: { absolute: 0.01 },
    unit: "money",
    currency: client.currency,
    entity: { type: "article", id: `A${article}` },
  });
}

function tellConflict(scene: Scene, slot: number): void {
  for (const incident of scene.simulation.incidents.between(
    "partner-price-conflict",
    slot * SLOT_MS,
    (slot + 1) * SLOT_MS,
  )) {
    if (Math.floor(incident.fromMs / SLOT_MS) !== slot) continue;
    const client = scene.simulation.clients.find(({ id }) => id === incident.client);
    if (client === undefined) continue;
    scene.dice.start(scene.simulation.seed, STORY_NUMBER.priceCheck, slot, 500 + client.index);
    const amount = 2_400 + scene.dice.index(5_200);
    addException(scene, {
      common: { client: client.id, source: "partner-portal", partner: incident.partner },
      exception: `EX-${incident.id}`,
      class: "price_conflict",
      message: incident.title,
      raisedMs: incident.fromMs + DETECTED_AFTER_MS,
      resolvedMs: incident.toMs,
      cause: "the partner imported last month's list",
      resolution: "list sent again and confirmed",
      more: {
        workflow: "catalogue-feed",
        money: { amount, currency: client.currency },
        partnerImpact: 0.8,
        compliance: 0.3,
      },
    });
  }
}
