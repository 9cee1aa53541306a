import { loadDefinition } from "../definition/load-definition.js";
import { loadFromPacks } from "../pack/load-from-packs.js";
import { slaPoliciesSchema, type DeclaredSlaPolicy } from "./sla-policy.js";

/** loadPolicies reads the SLA policies of every pack, own ones below `ownPacks` included. Throws `DefinitionFault` with file, line and field. */
export function loadPolicies(ownPacks?: string): Promise<readonly DeclaredSlaPolicy[]> {
  const read = async (file: string) => (await loadDefinition(file, slaPoliciesSchema)).policies;
  return loadFromPacks("policies.yaml", { ownPacks, read });
}
