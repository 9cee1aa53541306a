import { isReach, type Pair, type Reach } from "../../scope/reach.js";
import { hasAttributes } from "../has-attributes.js";
import type { MetricSource } from "../metric-definition.js";
import type { SqlParameters } from "./sql-parameters.js";

function everywhere<Column extends string>(column: Column): Record<MetricSource, Column> {
  return {
    ...{ run: column, exception: column, measure: column },
    ...{ event: column, feed_count: column, rejected_event: column, out_of_sequence: column, feed: column },
    ...{ change: column, run_minute: column, raised_exception: column, decision: column },
    ...{ step: column, correlation: column },
  };
}

/** Facts are the sources that say of which brand and workflow they are. */
function ofFacts<Column extends string>(column: Column) {
  return { run: column, run_minute: column, exception: column, raised_exception: column, measure: column };
}

/** Steps and correlations are of the brand and workflow of their runs. */
function ofSteps<Column extends string>(column: Column) {
  return { step: column, correlation: column };
}

/** FILTER_COLUMNS says which column of each source a filter applies to; a missing one cannot be filtered by. */
export const FILTER_COLUMNS = {
  clients: everywhere("client"),
  brands: { ...ofFacts("brand"), decision: "brand", ...ofSteps("brand") },
  workflows: { ...ofFacts("workflow"), decision: "workflow", ...ofSteps("workflow") },
  steps: { step: "step" },
  sources: everywhere("source"),
  measures: { measure: "measure" },
  changes: { run: "change", run_minute: "change" },
  outcomes: { run: "outcome", run_minute: "outcome" },
  errorClasses: { run: "error_class", run_minute: "error_class", step: "error_class" },
  exceptionClasses: { exception: "class", raised_exception: "class" },
} as const satisfies Record<string, Partial<Record<MetricSource, string>>>;

/** Rows of these are taken back when more is known, and stay as what they were. */
const WITH_WITHDRAWN: ReadonlySet<MetricSource> = new Set(["measure", "out_of_sequence"]);

const FILTERS = Object.keys(FILTER_COLUMNS) as (keyof typeof FILTER_COLUMNS)[];

/**
 * buildReachConditions returns the conditions that keep a statement within its reach, tenant first.
 * Throws when the reach was not resolved from a scope: no SQL exists without one.
 */
export function buildReachConditions(reach: Reach, source: MetricSource, params: SqlParameters): string[] {
  if (!isReach(reach)) throw new Error("No question may be compiled without a scope.");
  const { scope, filter, filterRegionStores } = reach.parts;
  const conditions = [`tenant = ${params.add("tenant", "String", scope.tenant)}`];
  if (WITH_WITHDRAWN.has(source)) conditions.push("NOT withdrawn");
  if (source === "rejected_event") conditions.push("isNull(replayed_at)");
  if (scope.clients !== null) conditions.push(`client IN ${params.addTexts("scope_clients", scope.clients)}`);
  for (const [column, pairs] of [
    ["store", reach.parts.stores],
    ["channel", reach.parts.channels],
    ["partner", reach.parts.partners],
  ] as const) {
    if (pairs !== null) conditions.push(...matchPairs(`scope_${column}`, column, pairs, params));
  }
  if (filterRegionStores !== null) conditions.push(...matchPairs("region", "store", filterRegionStores, params));
  for (const [column, ids] of [
    ["store", filter.stores],
    ["channel", filter.channels],
    ["partner", filter.partners],
  ] as const) {
    if (ids != null) conditions.push(matchIds(column, ids, params));
  }
  for (const name of FILTERS) {
    const column: string | undefined = (FILTER_COLUMNS[name] as Partial<Record<MetricSource, string>>)[source];
    const ids = filter[name];
    if (ids == null || column === undefined) continue;
    const stored = name === "outcomes" ? ids.map((id) => id.toLowerCase()) : ids;
    conditions.push(`${column} IN ${params.addTexts(name, stored)}`);
  }
  for (const attribute of hasAttributes(source) ? (filter.attributes ?? []) : []) {
    const name = params.add("attribute", "String", attribute.name);
    conditions.push(
      `(mapContains(attributes, ${name}) AND attributes[${name}] = ${params.add("attribute_value", "String", attribute.value)})`,
    );
  }
  return conditions;
}

/** A row without the dimension has '' there, and '' is never listed: someone limited to stores sees no row without a store. */
function matchPairs(name: string, column: string, pairs: readonly Pair[], params: SqlParameters): string[] {
  const present = pairs.filter((pair) => pair.id !== "");
  const clients = params.addTexts(
    `${name}_clients`,
    present.map((pair) => pair.client),
  );
  const ids = params.addTexts(
    `${name}_ids`,
    present.map((pair) => pair.id),
  );
  return [`${column} IN ${ids}`, `(client, ${column}) IN arrayZip(${clients}, ${ids})`];
}

function matchIds(column: string, ids: readonly string[], params: SqlParameters): string {
  const plain = `${column} IN ${params.addTexts(`${column}s`, ids)}`;
  if (!ids.some((id) => id.includes("/"))) return plain;
  return `(${plain} OR concat(client, '/', ${column}) IN ${params.addTexts(`${column}s`, ids)})`;
}
