/** LiveState is what the header says about the connection. */
export interface LiveState {
  readonly connection: "connecting" | "live" | "lost";
  readonly isPaused: boolean;
  /** changedAt is when the newest change notice arrived, null before the first. */
  readonly changedAt: number | null;
  /** lostAt is since when the connection is lost. */
  readonly lostAt: number | null;
  /** waiting counts the changes that arrived while paused. */
  readonly waiting: number;
}
