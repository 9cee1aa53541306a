/** DashboardKnowledge is what a definition is checked against: which metrics there are, and what each may be grouped by. */
export interface DashboardKnowledge {
  /** Every dimension there is, in lower case. */
  readonly dimensions: readonly string[];
  /** findDimensions gives the dimensions of a metric, in lower case; undefined for a metric that is in no catalogue. */
  readonly findDimensions: (metric: string) => readonly string[] | undefined;
}
