/** PresetRange is the closed list of ranges that end now. */
export type PresetRange = "1h" | "6h" | "24h" | "7d" | "30d" | "90d";

/** RangePeriod is a period people report by: its name in the address, its title, and whose calendar it follows. */
export interface RangePeriod {
  readonly id: string;
  readonly title: string;
  readonly calendar: "GREGORIAN" | "RETAIL";
}

/** TimeRange is what the person chose: a preset that moves with the clock, or two fixed instants (RFC 3339, half-open), of a period where it is one. */
export type TimeRange =
  | { readonly kind: "preset"; readonly preset: PresetRange }
  | { readonly kind: "fixed"; readonly from: string; readonly to: string; readonly period?: RangePeriod };

/** Interval is a half-open range of instants. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}
