import type { ChartSpan } from "./time-chart-data.js";

/** LinePoint is one bucket of a line; null is a gap. */
export interface LinePoint {
  readonly at: number;
  readonly value: number | null;
  readonly words: string;
}

/** ChartLine is one line with its name. */
export interface ChartLine {
  readonly id: string;
  readonly title: string;
  readonly points: readonly LinePoint[];
  /** isEarlier draws it thin and dashed: what was before, laid under what is. */
  readonly isEarlier?: boolean;
}

/** LinesChartData is all that a chart of several lines draws. */
export interface LinesChartData {
  readonly lines: readonly ChartLine[];
  readonly unmeasured: readonly ChartSpan[];
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickStepMs: number;
  /** How a bucket is called in words, by its instant. */
  readonly bucketWords: (at: number) => string;
}
