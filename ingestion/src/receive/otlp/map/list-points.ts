import type { OtlpMetric, OtlpPoint, OtlpPoints } from "../decode/otlp-request.js";

const TEMPORALITIES: Readonly<Record<number, "delta" | "cumulative">> = { 1: "delta", 2: "cumulative" };

/** MetricPoint is a data point with what its metric says about all of them. */
export interface MetricPoint {
  readonly point: OtlpPoint;
  /** A distribution has a count and a sum instead of a value. */
  readonly isDistribution: boolean;
  readonly temporality: "delta" | "cumulative" | undefined;
  readonly isMonotonic: boolean;
}

/** listPoints returns the data points of a metric, whatever its kind. */
export function listPoints(metric: OtlpMetric): MetricPoint[] {
  return [
    ...list(metric.gauge, false),
    ...list(metric.sum, false),
    ...list(metric.histogram, true),
    ...list(metric.exponentialHistogram, true),
    ...list(metric.summary, true),
  ];
}

function list(points: OtlpPoints | null | undefined, isDistribution: boolean): MetricPoint[] {
  return (points?.dataPoints ?? []).map((point) => ({
    point,
    isDistribution,
    temporality: TEMPORALITIES[points?.aggregationTemporality ?? 0],
    isMonotonic: points?.isMonotonic === true,
  }));
}
