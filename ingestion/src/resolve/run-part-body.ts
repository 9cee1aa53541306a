import type { RunOutcome } from "../events/event-document.js";
import type { Money } from "./build-money.js";

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

/** RunFields are the texts that one event gives; undefined ones say nothing. */
export type RunFields = { readonly [Field in RunField]?: string | undefined };

/** RunFinish is how a `run.finished` or `change.applied` says a run ended. */
export interface RunFinish {
  readonly outcome: RunOutcome;
  readonly promise?: "kept" | "broken" | undefined;
  readonly errorClass?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  /** Only for changes: the version the target says it now has. */
  readonly appliedVersion?: string | undefined;
}

/** PauseMark says that the clock of a run stopped, or went on, for a reason; its instant is the part's time. */
export interface PauseMark {
  readonly isEnd: boolean;
  readonly reason: string;
}

/** ExpectationMark says what an obligation waits for: how many answers, and which amount within which tolerance. */
export interface ExpectationMark {
  readonly count: number;
  /** Undefined = no amount is compared. */
  readonly amount: Money | undefined;
  readonly absolute: number;
  readonly relative: number;
  /** The name under which the comparison is recorded. */
  readonly check: string;
}

/** AnswerMark says how much one answer brings. */
export interface AnswerMark {
  readonly count: number;
  readonly amount: Money | undefined;
}

/**
 * RunPartBody is what one event says about one run; undefined = nothing. Instants in milliseconds since 1970. Bodies of one kind of
 * event have all their properties in one order: reading them is several times faster than where each has its own shape.
 */
export interface RunPartBody {
  readonly startedAtMs?: number | undefined;
  readonly dueAtMs?: number | undefined;
  readonly finish?: RunFinish | undefined;
  readonly pause?: PauseMark | undefined;
  /** A later publication of the same entity: an open run ends as cancelled at the part's time. */
  readonly isSuperseded?: true;
  /** The publication came out of sequence: its run ends as it begins. */
  readonly isOutdated?: true;
  /** The publication came out of sequence and opens nothing: there is no such run. */
  readonly isIgnored?: true;
  /** When the event was received; only of starts and ends, to tell which came first. */
  readonly receivedAtMs?: number | undefined;
  readonly expects?: ExpectationMark | undefined;
  readonly answers?: AnswerMark | undefined;
  readonly attempts?: number | undefined;
  readonly money?: Money | undefined;
  readonly fields?: RunFields | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}
