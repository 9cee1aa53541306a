import type { EventDocument } from "../../../events/event-document.js";
import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOTS_PER_HOUR, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { listSystemFeeds } from "./list-system-feeds.js";

/**
 * CADENCE_SECONDS: feeds promise a sign of life every 75 minutes: hourly work with room for its jitter. In history the hourly inventory
 * sync is the sign of a store; live, stores say so every quarter of an hour.
 */
export const CADENCE_SECONDS = 4_500;
const LIVE_EVERY_SLOTS = 3;

/** heartbeat: signs of life of every feed, so that silence means something. */
export const heartbeat: Story = {
  longestMs: 2 * SLOT_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) {
      tellSystems(scene, slot, client);
      tellStores(scene, slot, client);
    }
  },
};

function tellSystems(scene: Scene, slot: number, client: SimulatedClient): void {
  const every = scene.detail === "live" ? LIVE_EVERY_SLOTS : SLOTS_PER_HOUR;
  for (const [index, feed] of listSystemFeeds(client).entries()) {
    if ((slot + (scene.detail === "live" ? index : 0)) % every !== 0) continue;
    const name = `${feed.source}-${feed.channel ?? ""}-${feed.partner ?? ""}`;
    addHeartbeat(scene, slot * SLOT_MS + index * 1_700, { id: `hb-${name}-${slot}`, client: client.id, ...feed });
  }
}

/** A store's promise must be known at once, so history tells it at midnight too. */
function tellStores(scene: Scene, slot: number, client: SimulatedClient): void {
  const every = scene.detail === "live" ? LIVE_EVERY_SLOTS : 24 * SLOTS_PER_HOUR;
  for (const store of client.stores) {
    if ((slot + (scene.detail === "live" ? store.index : 0)) % every !== 0) continue;
    const atMs = slot * SLOT_MS + ((store.index * 997) % 290_000);
    if (scene.simulation.incidents.darkUntil(store.id, atMs + 80) > 0) continue;
    addHeartbeat(scene, atMs, {
      id: `hb-${store.id}-${slot}`,
      client: client.id,
      source: "store-gateway",
      store: store.id,
      channel: "pos",
    });
  }
}

function addHeartbeat(
  scene: Scene,
  timeMs: number,
  fields: Pick<EventDocument, "id" | "client" | "source" | "store" | "channel" | "partner">,
): void {
  const atMs = timeMs + 80;
  if (scene.wants(atMs))
    scene.add(atMs, {
      ...fields,
      kind: "feed.heartbeat",
      time: renderInstant(timeMs),
      cadenceSeconds: CADENCE_SECONDS,
    });
}
