import type { Outcome, RunState } from "../run-words.js";

/** RUN_FACETS are what a list of runs is counted by. */
export const RUN_FACETS = [
  "STATE",
  "OUTCOME",
  "WORKFLOW",
  "ERROR_CLASS",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "WORKFLOW_VERSION",
] as const;
/** RunFacetName is one of `RUN_FACETS`. */
export type RunFacetName = (typeof RUN_FACETS)[number];

/** RunFacetValue is how many runs of a list have one value. */
export interface RunFacetValue {
  readonly id: Outcome | RunState | (string & {});
  /** null where the value means the same for every client. */
  readonly client: string | null;
  readonly count: number;
}

/** RunFacet is what the runs of a list have in one respect, most first; runs without any value are left out. */
export interface RunFacet {
  readonly facet: RunFacetName;
  readonly values: readonly RunFacetValue[];
}
