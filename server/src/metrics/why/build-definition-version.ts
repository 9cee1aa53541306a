import { createHash } from "node:crypto";
import type { MetricDefinition } from "../metric-definition.js";

/** buildDefinitionVersion names the formula of a metric as it is compiled: a number of another version is another number, even if the name stayed. */
export function buildDefinitionVersion({ formula }: Pick<MetricDefinition, "formula">): string {
  return createHash("sha256").update(JSON.stringify(formula)).digest("hex").slice(0, 8);
}
