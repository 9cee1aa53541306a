import { loadDefinition } from "../definition/load-definition.js";
import { packFile } from "../pack/pack-file.js";
import type { Network } from "./network.js";
import { networkSchema, type NetworkDefinition } from "./network-schema.js";

/** loadNetwork reads a network definition, by default the demonstration network. Throws `DefinitionFault`. */
export async function loadNetwork(file: string = packFile("demo", "network.yaml")): Promise<Network> {
  return buildNetwork(await loadDefinition(file, networkSchema));
}

/** Regions, channels and workflows are written once and belong to each client. */
function buildNetwork({ tenant, clients, regions, channels, workflows }: NetworkDefinition): Network {
  return { tenant, clients: clients.map((client) => ({ ...client, regions, channels, workflows })) };
}
