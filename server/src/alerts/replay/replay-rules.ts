import { INACTIVE_INSTANCE, type AlertInstance } from "../instance/alert-instance.js";
import { buildAlertTerms } from "../instance/alert-terms.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { stepInstance } from "../instance/step-instance.js";
import { expandSeries } from "./expand-series.js";
import { buildRuleJudge, type JudgedInstance } from "./build-rule-judge.js";
import type { RuleScenario, ScenarioRule } from "./scenario-file.js";

/** ReplayedInstance is what happened to one instance: a character an evaluation, `i` inactive, `p` pending, `f` firing or recovering. */
export interface ReplayedInstance {
  readonly alert: string;
  readonly labels: Labels;
  readonly states: string;
}

/** replayRules runs every rule of a scenario over its samples, slot by slot; instances that never left `inactive` are left out. */
export function replayRules(scenario: RuleScenario): ReplayedInstance[] {
  const data = {
    series: scenario.series.map((series) => expandSeries(series, scenario.sample_interval_s)),
    lookback: scenario.lookback_s,
  };
  const slots = listSlots(scenario.evaluation);
  return scenario.rules.flatMap((rule) => {
    const judge = buildRuleJudge(rule, data);
    return replayRule(rule, { slots, judge, intervalSeconds: scenario.evaluation.interval_s });
  });
}

function listSlots({
  first_t: first,
  last_t: last,
  interval_s: interval,
  count,
}: RuleScenario["evaluation"]): number[] {
  const length = count ?? Math.floor(((last ?? first) - first) / interval) + 1;
  return Array.from({ length }, (_, at) => first + at * interval);
}

interface Track {
  readonly labels: Labels;
  instance: AlertInstance;
  states: string;
}

function replayRule(
  rule: ScenarioRule,
  replay: { slots: readonly number[]; judge: (t: number) => readonly JudgedInstance[]; intervalSeconds: number },
): ReplayedInstance[] {
  const terms = buildAlertTerms({
    intervalMs: replay.intervalSeconds * 1_000,
    forMs: rule.for_s * 1_000,
    keepFiringMs: rule.keep_firing_for_s * 1_000,
    noData: "resolve",
  });
  const tracks = new Map<string, Track>();
  for (const [slot, t] of replay.slots.entries()) {
    const judged = new Map<string, JudgedInstance>();
    for (const one of replay.judge(t)) {
      const labels = { ...one.labels, ...renderLabels(rule.labels, one.judgement.value) };
      judged.set(fingerprintLabels(labels), { labels, judgement: one.judgement });
    }
    for (const [key, { labels }] of judged)
      if (!tracks.has(key)) tracks.set(key, { labels, instance: INACTIVE_INSTANCE, states: "i".repeat(slot) });
    for (const [key, track] of tracks) {
      const judgement = judged.get(key)?.judgement ?? { outcome: "missing" as const, value: null };
      track.instance = stepInstance(track.instance, judgement, { at: t * 1_000, terms }).instance;
      track.states += LETTERS[track.instance.state];
    }
  }
  return [...tracks.values()]
    .filter(({ states }) => /[pf]/.test(states))
    .map(({ labels, states }) => ({ alert: rule.alert, labels, states }));
}

const LETTERS = { inactive: "i", pending: "p", firing: "f", recovering: "f" } as const;

/** A value in a label makes another instance of each value; rules like that are refused when they are saved, and behave so when forced in. */
function renderLabels(labels: Labels, value: number | null): Labels {
  return Object.fromEntries(
    Object.entries(labels).map(([name, text]) => [name, text.replaceAll(/\{\{\s*\$value\s*\}\}/g, String(value))]),
  );
}
