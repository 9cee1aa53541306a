import { findOnlineDemand } from "../../demand.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOTS_PER_HOUR, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";
import { addMeasure } from "./add-measure.js";
import { listSystemFeeds, type SystemFeed } from "./list-system-feeds.js";

const LIVE_EVERY_MS = 15_000;
const HISTORY_EVERY_SLOTS = { old: 6 * SLOTS_PER_HOUR, recent: SLOTS_PER_HOUR, live: 1 } as const;
const MINUTE_MS = 60_000;

/** queue: how much waits in front of each central system. It grows through a posting backlog and an ERP outage. */
export const queue: Story = {
  longestMs: 2 * SLOT_MS,
  tell: (scene, slot) => {
    if (slot % HISTORY_EVERY_SLOTS[scene.detail] !== 0) return;
    for (const client of scene.simulation.clients)
      for (const [index, feed] of listSystemFeeds(client).entries()) tellQueue({ scene, slot, client, feed, index });
  },
};

function tellQueue(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  feed: SystemFeed;
  index: number;
}): void {
  const { scene, slot, client, feed, index } = options;
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.queue, slot, client.index * 64 + index);
  const usual =
    6 * findOnlineDemand(client, slot * SLOT_MS) + waitingFor({ scene, client, feed, atMs: slot * SLOT_MS });
  const samples = scene.detail === "live" ? SLOT_MS / LIVE_EVERY_MS : 1;
  for (let sample = 0; sample < samples; sample += 1) {
    const value = Math.floor(usual * dice.between(0.7, 1.4));
    addMeasure(scene, slot * SLOT_MS + sample * LIVE_EVERY_MS + index * 431, {
      id: `queue-${feed.source}-${feed.channel ?? ""}-${feed.partner ?? ""}-${slot}-${sample}`,
      client: client.id,
      ...feed,
      measure: "queue.depth",
      value,
      unit: "messages",
    });
  }
}

function waitingFor(options: { scene: Scene; client: SimulatedClient; feed: SystemFeed; atMs: number }): number {
  const { scene, client, feed, atMs } = options;
  const kind = feed.source === "erp" ? "posting-backlog" : feed.source === "order-hub" ? "erp-outage" : undefined;
  if (kind === undefined) return 0;
  const incident = scene.simulation.incidents.find(kind, atMs, (each) => each.client === client.id);
  return incident === undefined ? 0 : ((atMs - incident.fromMs) / MINUTE_MS) * 0.5;
}
