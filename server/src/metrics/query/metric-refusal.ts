/** MetricRefusalReason is why a question is not answered. */
export type MetricRefusalReason =
  | "unknown_metric"
  | "too_many_metrics"
  | "empty_range"
  | "unknown_time_zone"
  | "dimension_not_offered"
  | "too_many_dimensions"
  | "filter_not_offered"
  | "part_not_named"
  | "filter_too_long"
  | "too_many_points"
  | "limit_out_of_range"
  | "order_not_asked"
  | "rank_not_offered"
  | "dimension_missing"
  | "no_retail_calendar";

/** MetricRefusal names the field at fault and what to do about it. */
export interface MetricRefusal {
  readonly reason: MetricRefusalReason;
  readonly field: string;
  readonly detail: string;
  readonly remedy: string;
}

/** refuse makes a refusal of a field of the question. */
export function refuse(reason: MetricRefusalReason, field: string, detail: string, remedy: string): MetricRefusal {
  return { reason, field: `query.${field}`, detail, remedy };
}
