import type { IncidentDefinition, Network, NetworkClient, NetworkStore } from "@watchfloor/dashboards";
import { IncidentCalendar } from "./incidents/incident-calendar.js";
import { LocalClock } from "./local-clock.js";

/** SimulatedStore is a store with its number in the whole network. */
export interface SimulatedStore extends NetworkStore {
  readonly index: number;
}

/** SimulatedClient is a retailer ready to be played: numbered, with its local clock. */
export interface SimulatedClient extends Omit<NetworkClient, "stores"> {
  readonly index: number;
  readonly clock: LocalClock;
  readonly stores: readonly SimulatedStore[];
}

/** Simulation is everything stories draw upon. It holds no state that changes what is told. */
export interface Simulation {
  readonly seed: number;
  readonly network: Network;
  readonly clients: readonly SimulatedClient[];
  readonly incidents: IncidentCalendar;
}

/** buildSimulation prepares a network for playing. The same arguments always play the same history. */
export function buildSimulation(options: {
  network: Network;
  incidents: readonly IncidentDefinition[];
  seed: number;
}): Simulation {
  const { network, incidents, seed } = options;
  let stores = 0;
  return {
    seed,
    network,
    incidents: new IncidentCalendar(network, incidents, seed),
    clients: network.clients.map((client, index) => ({
      ...client,
      index,
      clock: new LocalClock(client.timeZone),
      stores: client.stores.map((store) => ({ ...store, index: stores++ })),
    })),
  };
}
