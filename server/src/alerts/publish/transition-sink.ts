import type { AlertState } from "../instance/alert-instance.js";
import type { ResolveReason, TransitionKind } from "../instance/alert-transition.js";
import type { Labels } from "../instance/fingerprint-labels.js";

/** AlertSeverity says how much a rule matters. */
export type AlertSeverity = "critical" | "warning" | "info";

/** CommittedTransition is a transition that was decided and recorded, once and for all. Instants are epoch milliseconds. */
export interface CommittedTransition {
  /** sha256(tenant, rule, fingerprint, transitionSeq), in hexadecimal. */
  readonly id: string;
  readonly tenant: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly fingerprint: string;
  readonly labels: Labels;
  /** `history` is told to nobody. */
  readonly kind: TransitionKind;
  readonly reason: ResolveReason | null;
  readonly severity: AlertSeverity;
  readonly slotAt: number;
  readonly activeAt: number | null;
  readonly fromState: AlertState;
  readonly state: AlertState;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly transitionSeq: number;
  readonly episodeSeq: number;
  /** sha256(tenant, rule, fingerprint, episodeSeq), in hexadecimal. */
  readonly incidentId: string;
  /** Where it happens; '' where a dimension does not apply. */
  readonly client: string;
  readonly channel: string;
  readonly store: string;
  readonly partner: string;
  /** What was decided from: window, counts, query, watermark, and `summary`, the sentence for people. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** TransitionSink takes what was committed further. Whoever tells people about alerts implements it. */
export interface TransitionSink {
  /**
   * accept is called at least once for every transition, those of one rule in their order, after its row and its incident are in the
   * database; it must be idempotent by `transition.id`. While it rejects, the transition stays in the outbox of its rule and comes again.
   */
  accept(transition: CommittedTransition): Promise<void>;
}

/** HISTORY_ONLY is the sink of an installation that tells nobody: history and incidents are kept by then. */
export const HISTORY_ONLY: TransitionSink = { accept: () => Promise.resolve() };
