import { loadDefinition } from "../definition/load-definition.js";
import { packFile } from "../pack/pack-file.js";
import { incidentsSchema, type IncidentDefinition } from "./incident-definition.js";

/** loadIncidents reads the recurring incidents, by default those of the demonstration network. Throws `DefinitionFault`. */
export async function loadIncidents(
  file: string = packFile("demo", "incidents.yaml"),
): Promise<readonly IncidentDefinition[]> {
  return (await loadDefinition(file, incidentsSchema)).incidents;
}
