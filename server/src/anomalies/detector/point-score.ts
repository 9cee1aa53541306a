import type { SeasonalRange } from "./season-baseline.js";

/** DetectorPoint is a prepared value that is there: its slot of the local day, and local hours since 1970. */
export interface DetectorPoint {
  readonly value: number;
  readonly slot: number;
  readonly hour: number;
}

/** PointScore is what a detector says of a point. Values are prepared ones. */
export interface PointScore {
  /** Higher is stranger; undefined while the series is learned. */
  readonly score: number | undefined;
  /** Whether it is what lasts that is strange, and not this point. */
  readonly isSustained: boolean;
  /** What was expected from a moment ago. */
  readonly expected: number;
  /** What is usual for the hour, once two days were seen. */
  readonly seasonal: SeasonalRange | undefined;
}
