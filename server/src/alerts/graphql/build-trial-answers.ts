import type { AlertProblem as Refusal } from "../alert-problem.js";
import type { BackTestAnswer } from "../back-test/back-test.service.js";
import type { BackTestStep } from "../back-test/stream-back-test.js";
import type { RulePreview } from "../rules/alert-rules.service.js";
import type { CheckedRule } from "../rules/check-rule-text.js";
import type { SeverityTerms } from "../rules/list-rule-terms.js";
import { buildLabels } from "./alert-label.type.js";
import { buildProblem, type AlertProblem } from "./alert-problem.type.js";
import type { AlertRuleTerms } from "./alert-rule-terms.type.js";
import type { AlertRuleBackTest, AlertRulePreview, BackTestProgress, CheckedAlertRule } from "./rule-trial.type.js";

const MAX_SHOWN = 200;
const MAX_EPISODES = 500;
const SECOND = 1_000;

/** buildTerms shapes durations in effect. */
export function buildTerms(terms: readonly SeverityTerms[]): AlertRuleTerms[] {
  return terms.map(({ severity, ...more }) => ({ ...more, severity: severity.toUpperCase() }));
}

/** buildChecked shapes what the text of a rule says. */
export function buildChecked({ document, faults, terms }: CheckedRule): CheckedAlertRule {
  const text = document === undefined ? null : JSON.stringify(document);
  return { document: text, faults: [...faults], terms: buildTerms(terms) };
}

/** buildProgress shapes a step of a back-test. */
export function buildProgress({ share, answer }: BackTestStep<BackTestAnswer | Refusal>): BackTestProgress {
  return { share, result: answer === undefined ? null : buildBackTest(answer) };
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
    series: answer.series.map(({ labels, fromMs, stepMs, values }) => ({
      ...{ labels: buildLabels(labels), from: new Date(fromMs), stepSeconds: stepMs / SECOND, values: [...values] },
    })),
    episodes: newest.map(({ labels, severity, firedAt, resolvedAt, ...more }) => ({
      ...more,
      labels: buildLabels(labels),
      severity: severity.toUpperCase(),
      firedAt: new Date(firedAt),
      resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
    })),
  };
}
