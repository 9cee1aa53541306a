import type { Reach } from "../../scope/reach.js";

/** CaseSide is the runs one side of a comparison looks at; a report has one side. */
export interface CaseSide {
  readonly name: "a" | "b";
  readonly reach: Reach;
  /** Column that tells the peers of this side apart; '' = nobody asks. */
  readonly peer: "" | "store" | "channel" | "partner";
  /** Ids of `peer` whose runs belong to the other side. */
  readonly without: readonly { readonly client: string; readonly id: string }[];
}

/** CasesQuestion asks for the runs of one workflow that ended in [from, asOf), each with its steps in order. */
export interface CasesQuestion {
  readonly workflow: string;
  readonly from: Date;
  readonly asOf: Date;
  readonly isMerged: boolean;
  /** Steps that get the first codes, in this order. */
  readonly declared: readonly string[];
  /** Whether steps that name only a trace must be looked for, too. */
  readonly hasTraces: boolean;
  /** Whether the ids of steps are read, which decide where start and sequence do not. */
  readonly hasIds: boolean;
  /** Whether the ends of steps are read. */
  readonly hasTimes: boolean;
  /** Whether `case_id` is told of each run. */
  readonly hasCaseIds?: boolean;
  readonly sides: readonly CaseSide[];
}

/** Cases is a subquery and the `WITH` entries it needs. */
export interface Cases {
  readonly words: readonly string[];
  readonly sql: string;
}

/** CasesOfRuns is cases and, as a subquery, the runs they are of. */
export interface CasesOfRuns extends Cases {
  readonly runs: string;
}

/** CASE_ID stands for (client, run) while steps are gathered: 64 bits group 1 M runs in 0.15 s, their texts in 1 s (measured). */
export const CASE_ID = "cityHash64(client, run)";

/** NEAR_DAYS: steps are looked for from so long before the first of the runs began until so long after the range. */
export const NEAR_DAYS = 31;
