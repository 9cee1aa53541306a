import { loadDefinition } from "../definition/load-definition.js";
import { demoPackFile } from "../pack/demo-pack-file.js";
import { incidentsSchema, type IncidentDefinition } from "./incident-definition.js";

/** loadIncidents reads the recurring incidents, by default those of the demonstration network. Throws `DefinitionFault`. */
export async function loadIncidents(
  file: string = demoPackFile("incidents.yaml"),
): Promise<readonly IncidentDefinition[]> {
  return (await loadDefinition(file, incidentsSchema)).incidents;
}
