import type { SeriesKey } from "./series-key.js";

/** BandRow is what was expected of a series in one slot; null = it was still learned. */
export interface BandRow {
  readonly key: SeriesKey;
  readonly metric: string;
  readonly grouping: string;
  readonly slotMs: number;
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
  readonly isAnomalous: boolean;
  readonly historyDays: number;
}
