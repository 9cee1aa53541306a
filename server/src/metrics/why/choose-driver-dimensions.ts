import type { ReachFilter } from "../../scope/reach.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

/** What a change is looked for in, and the filter that leaves only one value of it. */
const CANDIDATES: readonly (readonly [Dimension, keyof ReachFilter | undefined])[] = [
  ["CLIENT", "clients"],
  ["REGION", "regions"],
  ["STORE", "stores"],
  ["CHANNEL", "channels"],
  ["PARTNER", "partners"],
  ["WORKFLOW", "workflows"],
  ["WORKFLOW_VERSION", undefined],
  ["STEP", "steps"],
  ["SOURCE", "sources"],
  ["SYSTEM", undefined],
  ["CHANGE", "changes"],
  ["ERROR_CLASS", "errorClasses"],
  ["EXCEPTION_CLASS", "exceptionClasses"],
  ["MEASURE", "measures"],
  ["POLICY", undefined],
];

/** chooseDriverDimensions returns the dimensions of a metric that may explain a change; one that is filtered to a single value cannot. */
export function chooseDriverDimensions(metric: MetricDefinition, filter: ReachFilter): Dimension[] {
  return CANDIDATES.filter(([dimension, name]) => {
    const kept = name === undefined ? undefined : filter[name];
    return (
      metric.dimensions.includes(dimension) &&
      !(metric.splitBy as readonly string[] | undefined)?.includes(dimension) &&
      kept?.length !== 1
    );
  }).map(([dimension]) => dimension);
}
