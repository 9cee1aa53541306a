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
  "TARGET",
  "OUTCOME",
  "ERROR_CLASS",
  "EXCEPTION_CLASS",
  "MEASURE",
  "POLICY",
  "CURRENCY",
  "MODEL",
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
  "YEAR",
] as const;
/** Granularity is one of `GRANULARITIES`. */
export type Granularity = (typeof GRANULARITIES)[number];

/** PERIOD_CALENDARS: whose weeks, months, quarters and years are meant; RETAIL is the 4-4-5 calendar of the tenant or client. */
export const PERIOD_CALENDARS = ["GREGORIAN", "RETAIL"] as const;
/** PeriodCalendar is one of `PERIOD_CALENDARS`. */
export type PeriodCalendar = (typeof PERIOD_CALENDARS)[number];

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
  // What it is computed from is not recorded by anything yet.
  "NOT_MEASURED",
  // A person must first state what it is computed with.
  "NOT_STATED",
  // Fewer rows than it takes to say something.
  "INSUFFICIENT_SAMPLE",
  // The values of several groups cannot be added.
  "NOT_ADDITIVE",
] as const;
/** NullReason is one of `NULL_REASONS`. */
export type NullReason = (typeof NULL_REASONS)[number];
