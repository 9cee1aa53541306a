import type { AlertProblem as Refusal } from "../alert-problem.js";
import type { BackTestAnswer } from "../back-test/back-test.service.js";
import type { RulePreview, RuleView } from "../rules/alert-rules.service.js";
import { listRuleLevels } from "../rules/list-rule-levels.js";
import { buildLabels } from "./alert-label.type.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import type { AlertInstanceView, AlertRule } from "./alert-rule.type.js";
import type { AlertRuleBackTest, AlertRulePreview } from "./rule-trial.type.js";
import type { RuleDocument, TrackedInstance } from "../evaluate/rule-document.js";

const MAX_SHOWN = 200;
const MAX_EPISODES = 500;
const SECOND = 1_000;

/** RuleAsker is who asks and when: what of a rule they see. */
export interface RuleAsker {
  readonly now: Date;
  readonly mayEdit: boolean;
  readonly isVisible: (instance: TrackedInstance) => boolean;
}

/** buildRule shapes a rule. */
export function buildRule(view: RuleView, asker: RuleAsker): AlertRule {
  const { rule, document, id, version, isPaused, isOfPack, changedAt, changedBy, isManageable } = view;
  const { kind, title, summary, description, runbook } = rule;
  const { cursor, counts } = document;
  return {
    ...{ id, version, title, summary, description, runbook, isPaused, isOfPack, changedAt, changedBy },
    kind: kind.toUpperCase(),
    severities: [
      ...new Set(kind === "burn" ? ["critical", "warning"] : listRuleLevels(rule).map(({ severity }) => severity)),
    ].map((word) => word.toUpperCase()),
    definition: JSON.stringify(rule, undefined, 2),
    isEditable: isManageable && asker.mayEdit,
    ...describeHealth(view),
    evaluatedAt: cursor === null ? null : new Date(cursor),
    lagSeconds: cursor === null || isPaused ? null : findLagSeconds(view, asker.now),
    ...{ evaluatedSlots: counts.evaluated, caughtUpSlots: counts.caughtUp, skippedSlots: counts.skipped },
    lateRows: isManageable ? view.lateRows : null,
    instances: Object.values(document.instances).filter(asker.isVisible).map(buildInstance),
  };
}

/** buildRuleAnswer shapes a rule or why it was not changed. */
export function buildRuleAnswer(answer: RuleView | Refusal, asker: RuleAsker): AlertRule | AlertProblem {
  return "code" in answer ? buildProblem(answer) : buildRule(answer, asker);
}

/** buildPreview shapes what a rule says at a slot, what matches first. */
export function buildPreview(
  answer: RulePreview | Refusal,
  render: (at: RulePreview["instances"][number]) => string,
): AlertRulePreview | AlertProblem {
  if ("code" in answer) return buildProblem(answer);
  const isMatch = ({ judgement }: RulePreview["instances"][number]) => judgement.outcome === "match";
  const sorted = [...answer.instances].sort((left, right) => Number(isMatch(right)) - Number(isMatch(left)));
  return {
    slotAt: answer.slotAt,
    matching: answer.instances.filter(isMatch).length,
    total: answer.instances.length,
    instances: sorted.slice(0, MAX_SHOWN).map((instance) => ({
      labels: buildLabels(instance.labels),
      severity: instance.severity.toUpperCase(),
      outcome: instance.judgement.outcome.toUpperCase(),
      ...{ value: instance.judgement.value, threshold: instance.threshold, summary: render(instance) },
    })),
  };
}

/** buildBackTest shapes what a rule would have done. */
export function buildBackTest(answer: BackTestAnswer | Refusal): AlertRuleBackTest | AlertProblem {
  if ("code" in answer) return buildProblem(answer);
  const newest = [...answer.episodes].sort((left, right) => right.firedAt - left.firedAt).slice(0, MAX_EPISODES);
  return {
    ...{ fired: answer.episodes.length, slots: answer.slots, stepSeconds: answer.stepMs / SECOND },
    episodes: newest.map(({ labels, severity, firedAt, resolvedAt, ...more }) => ({
      ...more,
      labels: buildLabels(labels),
      severity: severity.toUpperCase(),
      firedAt: new Date(firedAt),
      resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
    })),
  };
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
