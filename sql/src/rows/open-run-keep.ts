/** OPEN_RUN_KEEP_MS is how long a run stays in `open_run` after it ended (migration 0005). */
export const OPEN_RUN_KEEP_MS = 15 * 60_000;
