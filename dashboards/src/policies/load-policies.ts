import { loadDefinition } from "../definition/load-definition.js";
import { packFile } from "../pack/pack-file.js";
import { slaPoliciesSchema, type DeclaredSlaPolicy } from "./sla-policy.js";

/** loadPolicies reads the SLA policies of a pack, by default those for retail. Throws `DefinitionFault` with file, line and field. */
export async function loadPolicies(
  file: string = packFile("retail", "policies.yaml"),
): Promise<readonly DeclaredSlaPolicy[]> {
  return (await loadDefinition(file, slaPoliciesSchema)).policies;
}
