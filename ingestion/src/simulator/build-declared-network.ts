import type { DeclaredNetwork } from "@watchfloor/sql";
import type { Simulation, SimulatedClient } from "./simulation.js";
import { CADENCE_SECONDS } from "./stories/signals/heartbeat.js";
import { listSystemFeeds } from "./stories/signals/list-system-feeds.js";

/** buildDeclaredNetwork gives what the registry must know of the simulated network, feeds with their cadence included. */
export function buildDeclaredNetwork({ clients }: Simulation): DeclaredNetwork {
  return {
    clients: clients.map(({ id, title, timeZone, currency }) => ({ id, title, timeZone, currency })),
    regions: clients.flatMap(({ id: client, regions }) => regions.map((each) => ({ client, ...each }))),
    channels: clients.flatMap(({ id: client, channels }) => channels.map((each) => ({ client, ...each }))),
    partners: clients.flatMap(({ id: client, partners }) => partners.map((each) => ({ client, ...each }))),
    workflows: clients.flatMap(({ id: client, workflows }) => workflows.map((each) => ({ client, ...each }))),
    stores: clients.flatMap(({ id: client, stores }) =>
      stores.map(({ id, title, region }) => ({ client, id, title, region })),
    ),
    feeds: clients.flatMap(listFeeds),
  };
}

function listFeeds(client: SimulatedClient): NonNullable<DeclaredNetwork["feeds"]> {
  const cadenceSeconds = CADENCE_SECONDS;
  return [
    ...listSystemFeeds(client).map((feed) => ({ client: client.id, ...feed, cadenceSeconds })),
    ...client.stores.map(({ id }) => ({
      client: client.id,
      source: "store-gateway",
      store: id,
      channel: "pos",
      cadenceSeconds,
    })),
  ];
}
