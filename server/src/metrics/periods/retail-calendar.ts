/** RETAIL_PATTERNS: how many weeks the months of a quarter have. */
export const RETAIL_PATTERNS = ["4-4-5", "4-5-4", "5-4-4"] as const;
/** RetailPattern is one of `RETAIL_PATTERNS`. */
export type RetailPattern = (typeof RETAIL_PATTERNS)[number];

/** YEAR_STARTS: a year begins with the week whose first day is nearest to the first of the month, or the last one on or before it. */
export const YEAR_STARTS = ["NEAREST", "ON_OR_BEFORE"] as const;
/** YearStart is one of `YEAR_STARTS`. */
export type YearStart = (typeof YEAR_STARTS)[number];

/**
 * RetailCalendar divides a year into 52 or 53 whole weeks, so that periods compare weekday by weekday. The American retail federation's is
 * February, Sunday, 4-5-4, NEAREST; weeks of ISO 8601 are January, Monday, NEAREST. The 53rd week belongs to the last month.
 */
export interface RetailCalendar {
  /** 1 = January. */
  readonly firstMonth: number;
  /** 1 = Monday, 7 = Sunday. */
  readonly firstWeekday: number;
  readonly pattern: RetailPattern;
  readonly yearStart: YearStart;
}
