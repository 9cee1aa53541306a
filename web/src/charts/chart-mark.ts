/** ChartMark is something that happened, at its place on the axis of time; several at nearly the same place are one with several words. */
export interface ChartMark {
  readonly at: number;
  readonly kind: "promotion" | "incident" | "correction" | "release";
  readonly letter: string;
  readonly words: readonly string[];
}
