/** MOMENTS: which instant of a row decides the bucket it is counted in. */
export const MOMENTS = ["STARTED", "FINISHED", "DUE", "DECIDED", "INSTANT", "RECORDED"] as const;
/** Moment is one of `MOMENTS`. */
export type Moment = (typeof MOMENTS)[number];

/** DIMENSIONS is everything a metric may be grouped by; each metric offers some of them. */
export const DIMENSIONS = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "SYSTEM",
  "WORKFLOW",
  "WORKFLOW_VERSION",
  "STEP",
  "CHANGE",
  "OUTCOME",
  "ERROR_CLASS",
  "EXCEPTION_CLASS",
  "MEASURE",
  "POLICY",
  "CURRENCY",
] as const;
/** Dimension is one of `DIMENSIONS`. */
export type Dimension = (typeof DIMENSIONS)[number];

/** GRANULARITIES: lengths of a bucket, calendar lengths in the zone of the question. */
export const GRANULARITIES = [
  "MINUTE",
  "FIVE_MINUTES",
  "FIFTEEN_MINUTES",
  "HOUR",
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
] as const;
/** Granularity is one of `GRANULARITIES`. */
export type Granularity = (typeof GRANULARITIES)[number];

/** COMPARISONS: the range a value is compared with. */
export const COMPARISONS = ["PREVIOUS_PERIOD", "SAME_PERIOD_LAST_YEAR"] as const;
/** Comparison is one of `COMPARISONS`. */
export type Comparison = (typeof COMPARISONS)[number];

/** DIRECTIONS: which way is better. */
export const DIRECTIONS = ["HIGHER", "LOWER", "NEITHER"] as const;
/** Direction is one of `DIRECTIONS`. */
export type Direction = (typeof DIRECTIONS)[number];

/** NULL_REASONS: why there is no value; unmeasured is never shown as good. */
export const NULL_REASONS = [
  "NO_ROWS",
  "ZERO_DENOMINATOR",
  "INSUFFICIENT_COVERAGE",
  "LEARNING",
  "NOT_PERMITTED",
] as const;
/** NullReason is one of `NULL_REASONS`. */
export type NullReason = (typeof NULL_REASONS)[number];
