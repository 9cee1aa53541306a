/** RUN_STATES: what a run is now; OVERDUE is open past its deadline, AT_RISK open with 80 % of its time gone. */
export const RUN_STATES = ["OPEN", "OVERDUE", "AT_RISK", "FINISHED"] as const;
/** RunState is one of `RUN_STATES`. */
export type RunState = (typeof RUN_STATES)[number];
/** RUN_KINDS: all kinds share one fold and one clock. */
export const RUN_KINDS = ["WORKFLOW", "APPROVAL", "TASK"] as const;
/** RunKind is one of `RUN_KINDS`. */
export type RunKind = (typeof RUN_KINDS)[number];
/** OUTCOMES: how a run ended. */
export const OUTCOMES = ["SUCCEEDED", "FAILED", "CANCELLED", "DEAD_LETTERED", "COMPENSATED"] as const;
/** Outcome is one of `OUTCOMES`. */
export type Outcome = (typeof OUTCOMES)[number];
/** RUN_ORDERS: newest start first, oldest deadline first, most money first, or what took longest first, what is open with its age. */
export const RUN_ORDERS = ["NEWEST", "OLDEST_DUE", "MONEY", "LONGEST"] as const;
/** RunOrder is one of `RUN_ORDERS`. */
export type RunOrder = (typeof RUN_ORDERS)[number];
