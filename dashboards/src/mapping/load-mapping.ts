import { loadDefinition } from "../definition/load-definition.js";
import { mappingSchema, type Mapping } from "./mapping.js";

/** loadMapping reads a mapping file. Throws `DefinitionFault` with file, line and field. */
export function loadMapping(file: string): Promise<Mapping> {
  return loadDefinition(file, mappingSchema);
}
