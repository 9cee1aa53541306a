import type { Season } from "../detector/season-baseline.js";

/** ANOMALY_KINDS: one strange moment, a level that stays, or nothing for too long. */
export const ANOMALY_KINDS = ["sudden", "sustained", "silence"] as const;
/** AnomalyKind is one of `ANOMALY_KINDS`. */
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

/** RangeBasis says where an expected range comes from: a season, or the hours before. */
export type RangeBasis = Season | "recent";

/** SlotRange is an expected range in the units of the metric. */
export interface SlotRange {
  readonly low: number;
  readonly high: number;
}

/** SlotFinding is what a series says of one slot; values are as people read them. */
export interface SlotFinding {
  readonly atMs: number;
  /** undefined while the series is learned. */
  readonly score: number | undefined;
  readonly kind: AnomalyKind;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What was expected of `value`; undefined while that is learned. */
  readonly expected: (SlotRange & { readonly basis: RangeBasis }) | undefined;
  /** What was expected of this slot's own five minutes; undefined while that is learned. */
  readonly band: SlotRange | undefined;
}
