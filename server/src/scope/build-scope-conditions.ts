import type { StorePlace } from "../registry/store-place.js";
import { matchesClientLimit } from "../registry/matches-limit.js";
import { isScope, type Scope } from "./scope.js";

/** ScopeFilter narrows what a scope may see, one list a dimension; a missing list does not narrow. */
export interface ScopeFilter {
  readonly clients?: readonly string[] | null;
  readonly stores?: readonly string[] | null;
  readonly channels?: readonly string[] | null;
  readonly partners?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly brands?: readonly string[] | null;
  readonly workflows?: readonly string[] | null;
  readonly sources?: readonly string[] | null;
  readonly changes?: readonly string[] | null;
  readonly outcomes?: readonly string[] | null;
  readonly errorClasses?: readonly string[] | null;
  readonly exceptionClasses?: readonly string[] | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}

/** ScopeConditions is the text of a WHERE clause without user text in it, and its typed parameters. */
export interface ScopeConditions {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Filters on one column; every table has client, store, channel and partner, the others where they are named. */
const COLUMNS = {
  brands: "brand",
  workflows: "workflow",
  sources: "source",
  changes: "change",
  outcomes: "outcome",
  errorClasses: "error_class",
  exceptionClasses: "class",
} as const;

/** ScopedColumn is a column that only some tables have. */
export type ScopedColumn = (typeof COLUMNS)[keyof typeof COLUMNS] | "attributes";

/**
 * buildScopeConditions writes the conditions that limit the rows of a table to a scope and a filter. Every table has tenant,
 * client, store, channel and partner; `columns` names the others it has, and a filter on a column it lacks does not narrow.
 * Regions are resolved to stores by `places`, the registry of the scope's tenant. Throws on anything that is not a built scope.
 */
export function buildScopeConditions(options: {
  readonly scope: Scope;
  readonly filter?: ScopeFilter | null | undefined;
  readonly places: readonly StorePlace[];
  readonly columns: readonly ScopedColumn[];
}): ScopeConditions {
  const { scope, places, columns } = options;
  if (!isScope(scope)) throw new Error("A query needs a scope that buildScope made.");
  const filter = options.filter ?? {};
  const clauses = new Clauses();
  clauses.add("tenant = {scope_tenant:String}", { scope_tenant: scope.tenant });
  for (const [prefix, limits] of [["scope", scope], ["filter", filter]] as const) {
    clauses.addList("client", `${prefix}_clients`, limits.clients);
    clauses.addClientList("store", `${prefix}_stores`, limits.stores);
    clauses.addRegions(`${prefix}_regions`, limits.regions, places);
    clauses.addClientList("channel", `${prefix}_channels`, limits.channels);
    clauses.addClientList("partner", `${prefix}_partners`, limits.partners);
  }
  for (const [name, column] of Object.entries(COLUMNS)) {
    // NOTE: Object.entries widens the key of a literal object to string.
    const values = filter[name as keyof typeof COLUMNS];
    if (columns.includes(column)) clauses.addList(column, `filter_${name}`, name === "outcomes" ? values?.map((value) => value.toLowerCase()) : values);
  }
  if (columns.includes("attributes")) clauses.addAttributes(filter.attributes);
  return clauses.build();
}

class Clauses {
  readonly #parts: string[] = [];
  readonly #params: Record<string, unknown> = {};

  add(part: string, params: Readonly<Record<string, unknown>>): void {
    this.#parts.push(part);
    Object.assign(this.#params, params);
  }

  addList(column: string, name: string, values: readonly string[] | null | undefined): void {
    if (values != null) this.add(`${column} IN {${name}:Array(String)}`, { [name]: [...values] });
  }

  /** Ids that are unique within a client: `id` means it in any client, `client/id` in that one. */
  addClientList(column: string, name: string, values: readonly string[] | null | undefined): void {
    if (values == null) return;
    const plain = values.filter((value) => !value.includes("/"));
    const qualified = values.filter((value) => value.includes("/"));
    const pair = `concat(client, '/', ${column}) IN {${name}_of_client:Array(String)}`;
    if (qualified.length === 0) this.addList(column, name, plain);
    else this.add(`(${column} IN {${name}:Array(String)} OR ${pair})`, { [name]: plain, [`${name}_of_client`]: qualified });
  }

  addRegions(name: string, values: readonly string[] | null | undefined, places: readonly StorePlace[]): void {
    if (values == null) return;
    const inside = places.filter((place) => matchesClientLimit(values, place.client, place.region));
    // The separator cannot be part of a readable id, so no pair of ids can pass for another.
    this.add(`(store IN {${name}_stores:Array(String)} AND concat(client, '\\0', store) IN {${name}:Array(String)})`, {
      [`${name}_stores`]: [...new Set(inside.map((place) => place.store))],
      [name]: inside.map((place) => `${place.client}\0${place.store}`),
    });
  }

  addAttributes(values: ScopeFilter["attributes"]): void {
    values?.forEach(({ name, value }, index) => {
      const [nameParam, valueParam] = [`filter_attribute_${index}`, `filter_attribute_value_${index}`];
      this.add(`(mapContains(attributes, {${nameParam}:String}) AND attributes[{${nameParam}:String}] = {${valueParam}:String})`, { [nameParam]: name, [valueParam]: value });
    });
  }

  build(): ScopeConditions {
    return { sql: this.#parts.join("\n  AND "), params: this.#params };
  }
}
