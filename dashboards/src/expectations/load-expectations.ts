import { loadDefinition } from "../definition/load-definition.js";
import { loadFromPacks } from "../pack/load-from-packs.js";
import { expectationsSchema, type ExpectationRule } from "./expectation-rule.js";

/** loadExpectations reads the rules of every pack, own ones below `ownPacks` included. Throws `DefinitionFault` with file, line and field. */
export function loadExpectations(ownPacks?: string): Promise<readonly ExpectationRule[]> {
  const read = async (file: string) => (await loadDefinition(file, expectationsSchema)).expectations;
  return loadFromPacks("expectations.yaml", { ownPacks, read });
}
