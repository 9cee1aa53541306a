import { addChange, LONGEST_CHANGE_MS } from "../../tell/add-change.js";
import { findLocalSlot } from "../../demand.js";
import type { Incident } from "../../incidents/incident.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient, SimulatedStore } from "../../simulation.js";
import { SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";

const LIMIT_MS = 900_000;
/** The day's price list goes to every store at 04:30 local time. */
const NIGHTLY_SLOT = 54;
/** Between 09:00 and 18:00 about three regional corrections a day. */
const INTRADAY_CHANCE = 3 / 108;

/** priceChange: the nightly price list of a client, regional corrections by day, and the list that never reaches a region. */
export const priceChange: Story = {
  longestMs: SLOT_MS + LONGEST_CHANGE_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) tellClient(scene, slot, client);
    for (const incident of scene.simulation.incidents.between(
      "region-without-price",
      slot * SLOT_MS,
      (slot + 1) * SLOT_MS,
    ))
      if (Math.floor(incident.fromMs / SLOT_MS) === slot) tellIncident(scene, slot, incident);
  },
};

function tellClient(scene: Scene, slot: number, client: SimulatedClient): void {
  const { dice, simulation } = scene;
  const localSlot = findLocalSlot(client, slot);
  dice.start(simulation.seed, STORY_NUMBER.priceChange, slot, client.index);
  const publishedMs = slot * SLOT_MS + dice.index(SLOT_MS);
  const isCorrection = dice.chance(INTRADAY_CHANCE) && localSlot >= 108 && localSlot < 216;
  const region = dice.choose(client.regions).id;
  const priceList = dice.choose(client.priceLists);
  const amount = Math.round(dice.logNormal(180, 0.6));
  if (localSlot === NIGHTLY_SLOT)
    publish({
      scene,
      slot,
      client,
      publishedMs,
      priceList: client.priceLists[0] ?? priceList,
      amount,
      stores: client.stores,
    });
  else if (isCorrection)
    publish({
      scene,
      slot,
      client,
      publishedMs,
      priceList,
      amount,
      region,
      stores: client.stores.filter((store) => store.region === region),
    });
}

/** The list of the incident is an entity of its own, so that no later list supersedes it before the region is repaired. */
function tellIncident(scene: Scene, slot: number, incident: Incident): void {
  const client = scene.simulation.clients.find(({ id }) => id === incident.client);
  if (client === undefined) return;
  scene.dice.start(scene.simulation.seed, STORY_NUMBER.priceChange, slot, 100 + client.index);
  const amount = 320 + scene.dice.index(400);
  publish({
    scene,
    slot,
    client,
    publishedMs: incident.fromMs,
    priceList: incident.priceList,
    amount,
    stores: client.stores,
    incident,
  });
}

function publish(options: {
  scene: Scene;
  slot: number;
  client: SimulatedClient;
  publishedMs: number;
  priceList: string;
  amount: number;
  stores: readonly SimulatedStore[];
  region?: string;
  incident?: Incident;
}): void {
  const { scene, slot, client, publishedMs, priceList, amount, stores, region, incident } = options;
  addChange(scene, {
    client,
    source: "pricing-engine",
    workflow: "price-sync",
    change: `PC-${client.code}-${priceList}-${slot}${incident === undefined ? "" : "-week"}`,
    entity: { type: "price-list", id: buildEntityId({ client, priceList, region, incident }), version: String(slot) },
    stores,
    slot,
    targetStory: STORY_NUMBER.priceTarget + (incident === undefined ? 0 : 100),
    publishedMs,
    dueMs: publishedMs + LIMIT_MS,
    medianMs: 130_000,
    amount,
    attributes: {
      priceList,
      title: renderTitle(priceList, { isLocal: region !== undefined, isOffer: incident !== undefined }),
    },
    ...(incident === undefined ? undefined : { missing: incident }),
  });
}

function buildEntityId(options: {
  client: SimulatedClient;
  priceList: string;
  region: string | undefined;
  incident: Incident | undefined;
}): string {
  const { client, priceList, region, incident } = options;
  if (incident !== undefined) return `${client.id}/${priceList}/week-offers-${incident.id}`;
  return region === undefined ? `${client.id}/${priceList}` : `${client.id}/${priceList}/${region}`;
}

/** renderTitle is what merchandisers call the change. */
function renderTitle(priceList: string, { isLocal, isOffer }: { isLocal: boolean; isOffer: boolean }): string {
  const name = priceList.charAt(0).toUpperCase() + priceList.slice(1);
  if (isOffer) return `${name} week offers`;
  return isLocal ? `${name} price correction` : `${name} price list`;
}
