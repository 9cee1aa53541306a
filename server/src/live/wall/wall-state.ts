/** WALL_STATES: the worst thing true of a store; without news it is NO_DATA, never OK. */
export const WALL_STATES = ["OK", "AT_RISK", "LATE", "NO_DATA"] as const;
/** WallState is one of `WALL_STATES`. */
export type WallState = (typeof WALL_STATES)[number];
