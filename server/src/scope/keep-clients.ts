import { buildReach, type Reach } from "./reach.js";

/** keepClients keeps tenant and clients of a reach: steps belong to the run they name, whatever store they name themselves. */
export function keepClients(reach: Reach): Reach {
  return buildReach({
    ...reach.parts,
    ...{ stores: null, channels: null, partners: null, filterRegionStores: null },
    filter: { clients: reach.parts.filter.clients ?? null },
  });
}
