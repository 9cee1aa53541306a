import type { AlertProblem as Refusal } from "../alert-problem.js";
import type { RuleView } from "../rules/alert-rules.service.js";
import { chooseRuleUnit } from "../rules/choose-rule-unit.js";
import { listRuleSeverities, listRuleTerms } from "../rules/list-rule-terms.js";
import { buildLabels } from "./alert-label.type.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import type { AlertInstanceView, AlertRule } from "./alert-rule.type.js";
import { buildTerms } from "./build-trial-answers.js";
import type { RuleDocument, TrackedInstance } from "../evaluate/rule-document.js";

const SECOND = 1_000;

/** RuleAsker is who asks and when: what of a rule they see. */
export interface RuleAsker {
  readonly now: Date;
  readonly mayEdit: boolean;
  readonly isVisible: (instance: TrackedInstance) => boolean;
  /** What people are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** buildRule shapes a rule. */
export function buildRule(view: RuleView, asker: RuleAsker): AlertRule {
  const { rule, document, id, version, isPaused, isOfPack, changedAt, changedBy, isManageable } = view;
  const { kind, title, summary, description, runbook } = rule;
  const { cursor, counts } = document;
  const instances = Object.values(document.instances).filter(asker.isVisible);
  const isPending = ({ state }: TrackedInstance) => state.state === "pending";
  return {
    ...{ id, version, title, summary, description, runbook, isPaused, isOfPack, changedAt, changedBy },
    ...{ kind: kind.toUpperCase(), unit: chooseRuleUnit(rule) },
    severities: listRuleSeverities(rule).map((word) => word.toUpperCase()),
    terms: buildTerms(listRuleTerms(rule)),
    changedByName: asker.names.get(changedBy) ?? null,
    definition: JSON.stringify(rule, undefined, 2),
    isEditable: isManageable && asker.mayEdit,
    ...describeHealth(view),
    evaluatedAt: cursor === null ? null : new Date(cursor),
    lagSeconds: cursor === null || isPaused ? null : findLagSeconds(view, asker.now),
    ...{ evaluatedSlots: counts.evaluated, caughtUpSlots: counts.caughtUp, skippedSlots: counts.skipped },
    lateRows: isManageable ? view.lateRows : null,
    delayProposal: isManageable ? (view.delayProposal ?? null) : null,
    pending: instances.filter(isPending).length,
    firing: instances.filter((instance) => !isPending(instance) && instance.state.state !== "inactive").length,
    instances: instances.map(buildInstance),
  };
}

/** buildRuleAnswer shapes a rule or why it was not changed. */
export function buildRuleAnswer(answer: RuleView | Refusal, asker: RuleAsker): AlertRule | AlertProblem {
  return "code" in answer ? buildProblem(answer) : buildRule(answer, asker);
}

function describeHealth({ isPaused, rule, document: { health, cursor } }: RuleView): {
  health: string;
  healthMessage: string;
} {
  if (isPaused || !rule.isEnabled) return { health: "PAUSED", healthMessage: "" };
  if (cursor === null) return { health: "WAITING", healthMessage: "" };
  return { health: health.state.toUpperCase(), healthMessage: health.message };
}

/** Now less the newest slot that could have been evaluated. */
function findLagSeconds(
  { rule, document: { cursor } }: { rule: RuleView["rule"]; document: RuleDocument },
  now: Date,
): number {
  const readyAt = now.getTime() / SECOND - rule.delaySeconds;
  return Math.max(0, readyAt - (cursor ?? 0) / SECOND - rule.intervalSeconds);
}

function buildInstance({ labels, severity, state }: TrackedInstance): AlertInstanceView {
  const readAt = (at: number | null) => (at === null ? null : new Date(at));
  return {
    ...{ labels: buildLabels(labels), severity: severity.toUpperCase(), state: state.state, health: state.health },
    ...{ activeAt: readAt(state.activeAt), firedAt: readAt(state.firedAt), value: state.lastValue },
  };
}
