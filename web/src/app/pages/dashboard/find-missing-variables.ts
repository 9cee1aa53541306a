import type { Definition } from "../../../features/dashboard/dashboard-query.js";
import type { DashboardVariableName, ScopeFilterInput } from "../../../graphql/operations.js";

const lists: Readonly<Record<DashboardVariableName, keyof ScopeFilterInput>> = {
  CLIENT: "clients",
  REGION: "regions",
  STORE: "stores",
  CHANNEL: "channels",
  PARTNER: "partners",
  WORKFLOW: "workflows",
};

/** findMissingVariables names the variables a dashboard needs one value of, and the page has none or several. */
export function findMissingVariables(definition: Definition, filter: ScopeFilterInput): readonly string[] {
  return definition.variables
    .filter(({ name, isRequired }) => isRequired && filter[lists[name]]?.length !== 1)
    .map(({ name }) => name.toLowerCase());
}
