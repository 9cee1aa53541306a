import { loadNetwork, type Network } from "@watchfloor/dashboards";
import { buildSimulation, type Simulation } from "@watchfloor/ingestion";

const STORES_A_REGION = 2;
const ORDERS_PER_DAY = 48;
const SEED = 20_261_121;

/** STORY names who has which trouble; everything else of the network is quiet. */
export const STORY = {
  client: "northmart",
  /** The region that lacks the price, and what the price list of one of its stores is worth. */
  region: "west",
  amount: 480,
  change: "PC-NM-story",
  title: "Garden week offers",
  /** A store of another region, silent for hours. */
  darkStore: "0002",
  /** Whose ERP did not take orders. */
  erpClient: "halden",
  erpRuns: 12,
  /** Of 80 feeds each, how many came late. */
  feeds: 80,
  late: { kaufwelt: 2, techdirekt: 30 },
} as const;

/** loadStorySimulation is the demonstration network cut down to two stores a region, without its own incidents: the same history at any time of day. */
export async function loadStorySimulation(): Promise<Simulation> {
  const network = await loadNetwork();
  return buildSimulation({ network: { ...network, clients: network.clients.map(cutDown) }, incidents: [], seed: SEED });
}

function cutDown(client: Network["clients"][number]): Network["clients"][number] {
  const stores = client.regions.flatMap(({ id }) =>
    client.stores.filter(({ region }) => region === id).slice(0, STORES_A_REGION),
  );
  return { ...client, stores, ordersPerDay: ORDERS_PER_DAY };
}
