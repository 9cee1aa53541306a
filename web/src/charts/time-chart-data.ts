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

/** ChartTime is the time that a chart covers: its ends and ticks in milliseconds since 1970, and what of it was not measured. */
export interface ChartTime {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickStepMs: number;
  readonly unmeasured: readonly ChartSpan[];
}

/** TimeChartData is all that a time chart draws. It is plain data, so that equal answers can be told by comparing it. */
export interface TimeChartData extends ChartTime {
  readonly points: readonly ChartPoint[];
  readonly bucketMs: number;
}
