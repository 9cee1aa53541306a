export { DefinitionFault } from "./definition/definition-fault.js";
export { loadDefinition } from "./definition/load-definition.js";
export { parseDefinition } from "./definition/parse-definition.js";
export { loadNetwork } from "./network/load-network.js";
export type { Network, NetworkClient, NetworkPartner, NetworkStore, NetworkWorkflow } from "./network/network.js";
export { demoPackFile } from "./pack/demo-pack-file.js";
export type { IncidentDefinition } from "./incidents/incident-definition.js";
export { loadIncidents } from "./incidents/load-incidents.js";
