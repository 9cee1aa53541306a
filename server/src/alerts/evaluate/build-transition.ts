import { createHash } from "node:crypto";
import type { AlertRule } from "@watchfloor/dashboards";
import type { AlertTransition } from "../instance/alert-transition.js";
import type { Outcome } from "../instance/judgement.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertSeverity, CommittedTransition } from "../publish/transition-sink.js";
import { renderSummary } from "../rules/render-summary.js";

/** TransitionFacts is what a transition is committed with. */
export interface TransitionFacts {
  readonly tenant: string;
  readonly rule: AlertRule;
  readonly version: number;
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly severity: AlertSeverity;
  readonly threshold: number | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** What the slot said of the instance. */
  readonly outcome: Outcome;
  /** `fingerprintJudgement` of the rule: the same for everything that asks and judges alike. */
  readonly judgement: string;
  /** Up to when everything had come, by the word of its sources; undefined = nobody said. */
  readonly completeUntil?: number | undefined;
}

/** buildTransition gives a transition its identity and everything people are told of it. */
export function buildTransition(transition: AlertTransition, facts: TransitionFacts): CommittedTransition {
  const { tenant, rule, version, fingerprint, labels, severity, threshold } = facts;
  const { transitionSeq, episodeSeq, from, to } = transition;
  // What was pending and never fired belongs to no incident.
  const isOfIncident = transition.kind !== "history" || (from !== "inactive" && from !== "pending");
  const value = finite(transition.value);
  return {
    ...{ tenant, ruleId: rule.id, ruleVersion: version, fingerprint, labels, severity },
    id: hash([tenant, rule.id, fingerprint, transitionSeq]),
    incidentId: isOfIncident ? buildIncidentId({ tenant, ruleId: rule.id, fingerprint, episodeSeq }) : "",
    ...{ kind: transition.kind, reason: transition.reason, slotAt: transition.at, activeAt: transition.activeAt },
    ...{ fromState: from, state: to, value, threshold, transitionSeq, episodeSeq },
    ...{ client: labels["client"] ?? "", channel: labels["channel"] ?? "" },
    ...{ store: labels["store"] ?? "", partner: labels["partner"] ?? "" },
    evidence: {
      ...facts.evidence,
      ...{ outcome: facts.outcome, judgement: facts.judgement, completeUntil: facts.completeUntil ?? null },
      ...{ title: rule.title, summary: renderSummary(rule, { labels, value, threshold }) },
    },
  };
}

/** buildIncidentId is the identity of an episode that fired. */
export function buildIncidentId(of: {
  tenant: string;
  ruleId: string;
  fingerprint: string;
  episodeSeq: number;
}): string {
  return hash(["incident", of.tenant, of.ruleId, of.fingerprint, of.episodeSeq]);
}

function hash(parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** JSON knows no infinities. */
function finite(value: number | null): number | null {
  return value === null || Number.isFinite(value) ? value : null;
}
