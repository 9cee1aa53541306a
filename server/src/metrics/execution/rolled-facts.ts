/** RolledFacts are what a question must know of the rollups before it is planned. */
export interface RolledFacts {
  /** Every hour before it is rolled up, in epoch milliseconds. */
  readonly horizon: number;
  /** Hours that changed since they were rolled up. */
  readonly waiting: ReadonlySet<number>;
  /** By column of newest ends: hours of which a run ended behind the end of the range, so that it counts differently there. */
  readonly unsettled: ReadonlyMap<string, ReadonlySet<number>>;
  /** By figure: whether so many rows have it that its percentiles are read from its spread. */
  readonly isMany: ReadonlyMap<string, boolean>;
  /** Of the policies by which promises were counted; undefined = not by those of now, so promises are answered from the rows. */
  readonly generation: number | undefined;
}
