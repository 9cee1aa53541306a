/** REPLAY_REFUSALS is the closed list of why a replay was not begun or ended. */
export const REPLAY_REFUSALS = ["INVALID", "TOO_MANY", "NOT_FOUND", "ENDED"] as const;

/** ReplayRefusal says why, which argument is at fault (undefined = none), and what to do about it. */
export interface ReplayRefusal {
  readonly reason: (typeof REPLAY_REFUSALS)[number];
  readonly field: string | undefined;
  readonly message: string;
}
