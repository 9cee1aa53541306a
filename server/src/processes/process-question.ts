import type { ReachFilter } from "../scope/reach.js";

/** ProcessRequest is a question about the runs of one workflow as it was asked, not yet checked. */
export interface ProcessRequest {
  readonly client?: string | null | undefined;
  readonly workflow: string;
  readonly filter?: ReachFilter | null | undefined;
  readonly from: Date;
  readonly to: Date;
  readonly limit?: number | null | undefined;
  readonly mergeRepeats?: boolean | null | undefined;
}

/** ProcessQuestion is a checked one: the runs of `workflow` that ended in [from, asOf). */
export interface ProcessQuestion {
  readonly workflow: string;
  readonly filter: ReachFilter;
  readonly from: Date;
  /** min(to, now): what ended later counts as open, so that figures of a past range stay still. */
  readonly asOf: Date;
  /** Variants that are told apart; the rest is summed. */
  readonly limit: number;
  /** Whether equal steps in a row are one step, from the start of the first to the end of the last. */
  readonly isMerged: boolean;
}
