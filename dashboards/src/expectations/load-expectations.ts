import { loadDefinition } from "../definition/load-definition.js";
import { packFile } from "../pack/pack-file.js";
import { expectationsSchema, type ExpectationRule } from "./expectation-rule.js";

/** loadExpectations reads the rules of a pack, by default those for retail. Throws `DefinitionFault` with file, line and field. */
export async function loadExpectations(
  file: string = packFile("retail", "expectations.yaml"),
): Promise<readonly ExpectationRule[]> {
  return (await loadDefinition(file, expectationsSchema)).expectations;
}
