import type { EventKind } from "./event-kind.js";

/** RunOutcome is how a run, a step or an application of a change ended. */
export type RunOutcome = "succeeded" | "failed" | "cancelled" | "dead_lettered" | "compensated";

/** EventError is what a source says of a failure. */
export interface EventError {
  readonly class?: string;
  readonly code?: string;
  readonly message?: string;
}

/** EventEntity is the business thing an event is about. */
export interface EventEntity {
  readonly type?: string;
  readonly id?: string;
  readonly version?: string | number;
}

/** EventMoney is an amount in major units with its ISO 4217 currency. */
export interface EventMoney {
  readonly amount: number | string;
  readonly currency: string;
}

/** ChangeTarget is where a change must arrive; at least one field is present. */
export interface ChangeTarget {
  readonly store?: string;
  readonly channel?: string;
  readonly partner?: string;
  readonly system?: string;
}

/**
 * EventDocument is an event as CONTRACT 2.1 describes it, after `checkEvent` has accepted it: the fields its kind
 * requires are present, every present field has the right shape. Instants are RFC 3339 texts.
 */
export interface EventDocument {
  readonly id: string;
  readonly kind: EventKind;
  readonly time: string;
  readonly source: string;
  readonly client: string;
  readonly store?: string;
  readonly channel?: string;
  readonly partner?: string;
  readonly region?: string;
  readonly brand?: string;
  readonly correlation?: string;
  readonly actor?: string;
  readonly sequence?: number;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly workflow?: string;
  readonly run?: string;
  /** The trace the event came with; a step of it may leave its workflow open (decision 0011). */
  readonly trace?: string;
  readonly runKind?: "workflow" | "approval" | "task";
  readonly workflowVersion?: string | number;
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly effectiveAt?: string;
  readonly outcome?: RunOutcome;
  readonly attempts?: number;
  readonly attempt?: number;
  readonly error?: EventError;
  readonly humanTouched?: boolean;
  readonly evidence?: string;
  readonly promise?: "kept" | "broken";
  readonly entity?: EventEntity;
  readonly money?: EventMoney;
  readonly step?: string;
  readonly from?: string;
  readonly to?: string;
  readonly change?: string;
  readonly target?: ChangeTarget;
  readonly targets?: readonly ChangeTarget[];
  readonly appliedVersion?: string | number;
  readonly exception?: string;
  readonly class?: string;
  readonly message?: string;
  readonly compliance?: number;
  readonly partnerImpact?: number;
  readonly cause?: string;
  readonly resolution?: string;
  readonly measure?: string;
  readonly value?: number | string;
  readonly expected?: number | string;
  readonly tolerance?: { readonly absolute?: number | string; readonly relative?: number };
  readonly quantity?: number | string;
  readonly unit?: string;
  readonly currency?: string;
  readonly cadenceSeconds?: number;
  readonly completeUntil?: string;
  readonly reason?: string;
  readonly decision?: string;
  readonly model?: string;
  readonly modelVersion?: string | number;
  readonly action?: string;
  readonly confidence?: number | string;
  readonly verdict?: "accepted" | "overridden" | "rejected";
}
