import type { Reach } from "../../scope/reach.js";
import { hasAttributes } from "../has-attributes.js";
import type { MetricSource } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { DIMENSION_COLUMNS } from "./dimension-columns.js";
import type { SqlParameters } from "./sql-parameters.js";

/** GroupKey is one column a statement groups by. */
export interface GroupKey {
  /** The dimension, or the name of an attribute. */
  readonly dimension: string;
  readonly alias: string;
  readonly sql: string;
}

/** buildGroupKeys returns the grouping columns in the order of the question: dimensions, then attributes. */
export function buildGroupKeys(
  reach: Reach,
  source: MetricSource,
  question: { dimensions: readonly Dimension[]; attributes: readonly string[] },
  params: SqlParameters,
): GroupKey[] {
  const keys = question.dimensions.map((dimension) => ({
    dimension,
    alias: `by_${dimension.toLowerCase()}`,
    sql: buildKey(dimension, reach, source, params),
  }));
  const attributes = question.attributes.map((name, position) => ({
    dimension: name,
    alias: `by_attribute_${position + 1}`,
    sql: !hasAttributes(source) ? "''" : `attributes[${params.add("by_attribute", "String", name)}]`,
  }));
  return [...keys, ...attributes];
}

function buildKey(dimension: Dimension, reach: Reach, source: MetricSource, params: SqlParameters): string {
  if (dimension === "REGION") return buildRegion(reach, params);
  if (dimension === "POLICY" && source === "run" && reach.parts.promises !== undefined) return "sla_policy_id";
  return DIMENSION_COLUMNS[dimension] ?? "''";
}

/** A store's region is the registry's; a NUL between client and store cannot occur in either. */
function buildRegion(reach: Reach, params: SqlParameters): string {
  const places = reach.parts.regionOfStore;
  if (places.length === 0) return "''";
  const stores = params.addTexts(
    "region_of_stores",
    places.map((place) => `${place.client}\0${place.id}`),
  );
  const regions = params.addTexts(
    "region_of_store",
    places.map((place) => place.region),
  );
  return `transform(concat(client, '\\0', store), ${stores}, ${regions}, '')`;
}
