import type { ChartTime } from "./time-chart-data.js";

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

/** LinesChartData is all that a chart of several lines draws. It is plain data, so that equal answers can be told by comparing it. */
export interface LinesChartData extends ChartTime {
  readonly lines: readonly ChartLine[];
  /** How each bucket is called in words, by its instant. */
  readonly bucketWords: Readonly<Record<number, string>>;
}

/** ChartLevel is a value that something is compared with: a dashed line across the chart, with its words. */
export interface ChartLevel {
  readonly value: number;
  readonly words: string;
  readonly tone: "bad" | "risk" | "plain";
}
