import type { DashboardVariableName, ScopeFilterInput } from "../../../graphql/operations.js";
import { writeIds } from "../../../scope/scope-search.js";
import type { GroupPart } from "../dashboard-context.js";

interface Narrowed {
  readonly variable: DashboardVariableName;
  readonly parameter: string;
  readonly filter: keyof ScopeFilterInput & ("clients" | "regions" | "stores" | "channels" | "partners" | "workflows");
}

const byDimension: Readonly<Record<string, Narrowed>> = {
  CLIENT: { variable: "CLIENT", parameter: "client", filter: "clients" },
  REGION: { variable: "REGION", parameter: "region", filter: "regions" },
  STORE: { variable: "STORE", parameter: "store", filter: "stores" },
  CHANNEL: { variable: "CHANNEL", parameter: "channel", filter: "channels" },
  PARTNER: { variable: "PARTNER", parameter: "partner", filter: "partners" },
  WORKFLOW: { variable: "WORKFLOW", parameter: "workflow", filter: "workflows" },
};

/** canNarrowBy tells whether the address of a page can be narrowed by a dimension: it is one of its variables, and not what the page is about. */
export function canNarrowBy(
  dimension: string,
  held: {
    readonly variables: readonly DashboardVariableName[];
    readonly places: Readonly<Record<string, string | undefined>> | object;
  },
): boolean {
  const narrowed = byDimension[dimension.toUpperCase()];
  if (narrowed === undefined) return false;
  // The client of a row may be named on the page of that client: it is narrowed already.
  const isPlace = Object.entries(held.places).some(
    ([name, value]) => name === narrowed.parameter && value !== undefined,
  );
  return isPlace ? narrowed.variable === "CLIENT" : held.variables.includes(narrowed.variable);
}

/** isNarrowed tells whether a filter keeps exactly the row of a key. */
export function isNarrowed(key: readonly GroupPart[], filter: ScopeFilterInput): boolean {
  const parts = key.flatMap(({ dimension, id }) => {
    const narrowed = byDimension[dimension.toUpperCase()];
    return narrowed === undefined || id === null ? [] : [{ ids: filter[narrowed.filter] ?? [], id }];
  });
  return parts.length > 0 && parts.every(({ ids, id }) => ids.length === 1 && ids[0] === id);
}

/** buildNarrowing writes what a click on a row changes in the address: the row's ids, or nothing any more where the page shows that row alone. */
export function buildNarrowing(
  key: readonly GroupPart[],
  isAlready: boolean,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    key.flatMap(({ dimension, id }) => {
      const narrowed = byDimension[dimension.toUpperCase()];
      if (narrowed === undefined || id === null || id === "") return [];
      return [[narrowed.parameter, isAlready ? undefined : writeIds([id])]];
    }),
  );
}
