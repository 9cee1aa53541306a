import type { DeclaredCalendar, DeclaredNetwork } from "@watchfloor/sql";
import type { Simulation, SimulatedClient } from "./simulation.js";
import { CADENCE_SECONDS } from "./stories/signals/heartbeat.js";
import { listSystemFeeds } from "./stories/signals/list-system-feeds.js";

/** buildDeclaredNetwork gives what the registry must know of the simulated network, feeds with their cadence included. */
export function buildDeclaredNetwork({ clients }: Simulation): DeclaredNetwork {
  return {
    calendars: clients.map(buildStoreHours),
    clients: clients.map(({ id, title, timeZone, currency }) => ({ id, title, timeZone, currency })),
    regions: clients.flatMap(({ id: client, regions }) => regions.map((each) => ({ client, ...each }))),
    channels: clients.flatMap(({ id: client, channels }) => channels.map((each) => ({ client, ...each }))),
    partners: clients.flatMap(({ id: client, partners }) => partners.map((each) => ({ client, ...each }))),
    workflows: clients.flatMap(({ id: client, workflows }) => workflows.map((each) => ({ client, ...each }))),
    stores: clients.flatMap(({ id: client, stores }) =>
      stores.map(({ id, title, region }) => ({ client, id, title, region, calendar: nameStoreHours(client) })),
    ),
    feeds: clients.flatMap(listFeeds),
  };
}

function nameStoreHours(client: string): string {
  return `${client}-stores`;
}

/** Stores are expected while they are open: what a gateway says at night is welcome, its silence is no news. */
function buildStoreHours({ id, title, timeZone, hours }: SimulatedClient): DeclaredCalendar {
  const week = hours.map((day) => (day === null ? [] : [{ from: renderTime(day[0]), to: renderTime(day[1]) }]));
  return { id: nameStoreHours(id), title: `${title} stores`, timeZone, week };
}

function renderTime(hour: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(hour))}:${pad(Math.round((hour % 1) * 60))}`;
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
