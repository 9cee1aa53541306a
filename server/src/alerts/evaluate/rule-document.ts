import type { AlertInstance } from "../instance/alert-instance.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertSeverity, CommittedTransition } from "../publish/transition-sink.js";

/** RuleHealth says whether a rule itself is well: `limit` = more instances than it may have, `error` = it could not be asked. */
export type RuleHealth = "ok" | "error" | "limit";

/** TrackedInstance is an instance that is not at rest. */
export interface TrackedInstance {
  readonly labels: Labels;
  readonly severity: AlertSeverity;
  readonly state: AlertInstance;
}

/**
 * RuleDocument is everything that is known of a rule between two evaluations: what is stored is all there is. Instants are slots, in epoch
 * milliseconds. `out` is what was decided and not published yet.
 */
export interface RuleDocument {
  readonly version: number;
  /** What is judged by; two versions that differ in words alone judge alike. */
  readonly judgement: string;
  /** The last slot that was evaluated; null = none yet, or the rule was paused. */
  readonly cursor: number | null;
  readonly instances: Readonly<Record<string, TrackedInstance>>;
  /** The last numbers of a transition and an episode of every instance that ever moved, by fingerprint. */
  readonly seqs: Readonly<Record<string, readonly [number, number]>>;
  /** The beginnings of the fingerprints of groups that are known for longer than the delay of new ones. */
  readonly known: readonly string[];
  /** When the others were seen first. */
  readonly fresh: Readonly<Record<string, number>>;
  readonly out: readonly CommittedTransition[];
  readonly health: {
    readonly state: RuleHealth;
    readonly errors: number;
    readonly message: string;
    readonly at: number | null;
    /** The first slot of those in a row of which it could not be asked; absent or null = it could. */
    readonly since?: number | null;
  };
  /** Slots by what became of them. */
  readonly counts: { readonly evaluated: number; readonly caughtUp: number; readonly skipped: number };
}

/** EMPTY_DOCUMENT is a rule that was never evaluated. */
export const EMPTY_DOCUMENT: RuleDocument = {
  ...{ version: 0, judgement: "", cursor: null, instances: {}, seqs: {}, known: [], fresh: {}, out: [] },
  health: { state: "ok", errors: 0, message: "", at: null },
  counts: { evaluated: 0, caughtUp: 0, skipped: 0 },
};

/** buildRuleKey is the key of the document of a rule. */
export function buildRuleKey(id: string): string {
  return `rule:${id}`;
}

/** readRuleDocument takes a stored document for what was written. */
export function readRuleDocument(doc: Readonly<Record<string, unknown>> | undefined): RuleDocument {
  // NOTE: nobody but `RuleEvaluation` writes documents with these keys, and it writes this type.
  return doc === undefined ? EMPTY_DOCUMENT : { ...EMPTY_DOCUMENT, ...(doc as Partial<RuleDocument>) };
}
