import type { MetricSource } from "./metric-definition.js";

const WITH_ATTRIBUTES: ReadonlySet<MetricSource> = new Set([
  "run",
  "exception",
  "measure",
  "raised_exception",
  "decision",
  "step",
  "correlation",
]);

/** hasAttributes tells whether the rows of a source carry the attributes of events, to group and filter by. */
export function hasAttributes(source: MetricSource): boolean {
  return WITH_ATTRIBUTES.has(source);
}
