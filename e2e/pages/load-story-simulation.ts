import { loadNetwork, type Network } from "@watchfloor/dashboards";
import { buildSimulation, type Simulation } from "@watchfloor/ingestion";

const STORES_A_REGION = 2;
const ORDERS_PER_DAY = 48;
const SEED = 20_261_121;

/** loadStorySimulation is the demonstration network cut down to two stores a region, or with `isWhole` all of it, without its own incidents: the same troubles at any time of day. */
export async function loadStorySimulation({ isWhole = false } = {}): Promise<Simulation> {
  const network = await loadNetwork();
  return buildSimulation({
    network: { ...network, clients: isWhole ? network.clients : network.clients.map(cutDown) },
    incidents: [],
    seed: SEED,
  });
}

function cutDown(client: Network["clients"][number]): Network["clients"][number] {
  const stores = client.regions.flatMap(({ id }) =>
    client.stores.filter(({ region }) => region === id).slice(0, STORES_A_REGION),
  );
  return { ...client, stores, ordersPerDay: ORDERS_PER_DAY };
}
