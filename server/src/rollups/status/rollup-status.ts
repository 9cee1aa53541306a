/** RollupStatus says what of a tenant's rows is rolled up. */
export interface RollupStatus {
  /** Every hour before it is rolled up, in epoch milliseconds. */
  readonly horizon: number;
  /** Hours before it that changed and wait for longer than the stated lag: they are read from the rows. */
  readonly waiting: ReadonlySet<number>;
  /** The newest end of a run that is rolled up: seen from any later instant, everything that has ended had ended. */
  readonly newestEnd: number;
  /** How many runs start on a day, of the last ones that were rolled up. */
  readonly runsPerDay: number;
}

/** ROLLUP_LAG_MS is how long an answer may lack a change of an hour that is rolled up already. */
export const ROLLUP_LAG_MS = 30_000;
