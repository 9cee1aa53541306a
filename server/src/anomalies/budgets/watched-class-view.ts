/** WatchedClassView is what is watched together, what it may raise and what it raised. */
export interface WatchedClassView {
  readonly id: string;
  readonly metric: string;
  readonly dimensions: readonly string[];
  readonly listPerWeek: number;
  readonly notifyPerWeek: number;
  /** null = nothing was scored yet. */
  readonly listThreshold: number | null;
  readonly notifyThreshold: number | null;
  readonly isLearned: boolean;
  readonly effectiveFrom: Date | null;
  /** null = nothing was scored yet, or whoever asks sees a part; so are the two rates. */
  readonly seriesWeeks: number | null;
  readonly reachedListPerWeek: number | null;
  readonly reachedNotifyPerWeek: number | null;
}
