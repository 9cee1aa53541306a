import type { RunOutcome } from "../events/event-document.js";

/** RunField is a text that a run takes from the newest event that gives one. */
export type RunField =
  | "kind"
  | "source"
  | "store"
  | "channel"
  | "partner"
  | "region"
  | "brand"
  | "correlation"
  | "actor"
  | "workflowVersion"
  | "entityType"
  | "entityId"
  | "entityVersion"
  | "change"
  | "target"
  | "system"
  | "evidence"
  | "humanTouched";

/** RunFinish is how a `run.finished` or `change.applied` says a run ended. */
export interface RunFinish {
  readonly outcome: RunOutcome;
  readonly promise?: "kept" | "broken";
  readonly errorClass?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  /** Only for changes: the version the target says it now has. */
  readonly appliedVersion?: string;
}

/** RunPartBody is what one event says about one run. Instants in milliseconds since 1970. */
export interface RunPartBody {
  readonly startedAtMs?: number;
  readonly dueAtMs?: number;
  readonly finish?: RunFinish;
  /** A later publication of the same entity: an open run ends as cancelled at the part's time. */
  readonly isSuperseded?: true;
  readonly attempts?: number;
  readonly money?: { readonly amount: string; readonly currency: string };
  readonly fields?: Readonly<Partial<Record<RunField, string>>>;
  readonly attributes?: Readonly<Record<string, string>>;
}
