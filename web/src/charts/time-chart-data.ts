/** ChartPoint is one bucket: its instant, its value (null is a gap), the expected band where there is one, and its words. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number | null;
  readonly band: readonly [number, number] | null;
  readonly lines: readonly string[];
}

/** ChartSpan is a stretch of time that was not measured. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
}

/** TimeChartData is all that a time chart draws. */
export interface TimeChartData {
  readonly points: readonly ChartPoint[];
  readonly unmeasured: readonly ChartSpan[];
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickStepMs: number;
  readonly bucketMs: number;
}
