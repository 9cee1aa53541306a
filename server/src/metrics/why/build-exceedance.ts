import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import { readPercentile } from "./read-percentile.js";

/**
 * buildExceedance returns what the change of a metric is explained by: the metric itself where it is a count or a ratio. The change of
 * a percentile has no parts, but the share of values above the earlier percentile has, and it moves with it. Undefined where there is
 * no earlier value, or a figure that is no percentile.
 */
export function buildExceedance(metric: MetricDefinition, earlier: number | null): MetricDefinition | undefined {
  const { formula } = metric;
  if (formula.form !== "figure") return metric;
  const { figure, sample } = formula;
  if (earlier === null || figure.form !== "flow" || sample.form !== "flow") return undefined;
  const percentile = readPercentile(figure.sql);
  if (percentile === undefined || !Number.isFinite(earlier)) return undefined;
  const sql = `countIf((${percentile.condition}) AND (${percentile.value}) > toFloat64('${earlier}'))`;
  const above: FlowTerm = { ...figure, sql };
  return {
    ...metric,
    unit: "ratio",
    meaning: `Share of the values above ${Number(earlier.toPrecision(6))}, which was this percentile before.`,
    formula: { form: "ratio", of: above, over: sample },
  };
}
