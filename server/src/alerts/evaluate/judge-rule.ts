import type { AlertRule } from "@watchfloor/dashboards";
import { judgeThreshold } from "../condition/judge-threshold.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import type { ResolveReason } from "../instance/alert-transition.js";
import type { Judgement } from "../instance/judgement.js";
import type { AlertSeverity } from "../publish/transition-sink.js";
import { listRuleLevels } from "../rules/list-rule-levels.js";
import { judgeBurnTiers } from "./judge-burn-tiers.js";
import { buildRuleQueries, isFlowCount, isInstant } from "./rule-query.js";
import type { FoundSubject, GroupFigures, SlotFigures, WindowFigure } from "./slot-figures.js";

/** JudgedInstance is what one slot says about one instance of a rule. */
export interface JudgedInstance {
  readonly labels: Labels;
  readonly severity: AlertSeverity;
  readonly judgement: Judgement;
  readonly threshold: number | null;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** RuleJudgement is what one slot says about a rule: those that were seen, and what it means not to be among them. */
export interface RuleJudgement {
  readonly instances: readonly JudgedInstance[];
  readonly judgeAbsent: (labels: Labels) => Judgement;
  /** Why what is not among them is over at once; undefined = it is judged by `judgeAbsent`. */
  readonly absentReason?: ResolveReason;
}

const MISSING: Judgement = { outcome: "missing", value: null };

/** judgeRule judges every group of a rule at every level, from the figures of one slot. It knows neither clock nor engine. */
export function judgeRule(rule: AlertRule, figures: SlotFigures): RuleJudgement {
  const isBehind = figures.isBehind ?? (() => false);
  if (rule.kind === "burn") {
    const judged = figures.now.flatMap((group) =>
      judgeBurnTiers(rule, group).map((each) => (isBehind(group.labels) ? { ...each, judgement: MISSING } : each)),
    );
    return { instances: judged, judgeAbsent: () => MISSING };
  }
  const metric = buildRuleQueries(rule)?.now.metric ?? "";
  const read = chooseReading(rule, metric, figures);
  const levels = listRuleLevels(rule);
  const judge = (value: number | null, level: (typeof levels)[number]) => judgeThreshold(value, level.condition);
  const groups = listGroups(figures).filter(({ labels }) => isWanted(rule, labels));
  const instances = groups.flatMap(({ labels, now, before }) => {
    const reading = read(labels, now, before);
    return levels.map((level) => ({
      labels: addWords(rule, labels, level.severity),
      severity: level.severity,
      judgement: isBehind(labels) ? MISSING : judge(reading.value, level),
      threshold: level.condition.threshold,
      evidence: reading.evidence,
    }));
  });
  return {
    instances,
    judgeAbsent: (labels) => {
      const level = levels.find(({ severity }) => severity === labels["severity"]);
      return level === undefined || isBehind(labels) ? MISSING : judge(read(labels, undefined, undefined).value, level);
    },
  };
}

/** judgeSubjects judges what a reader of its own found: it knows all there is, so what it does not find is over. */
export function judgeSubjects(rule: AlertRule, found: readonly FoundSubject[]): RuleJudgement {
  const level = listRuleLevels(rule)[0];
  if (level === undefined) return { instances: [], judgeAbsent: () => MISSING };
  const { severity, condition } = level;
  return {
    instances: found.map(({ labels, value, evidence }) => ({
      labels: addWords(rule, labels, severity),
      ...{ severity, evidence, judgement: judgeThreshold(value, condition), threshold: condition.threshold },
    })),
    judgeAbsent: () => ({ outcome: "clear", value: null }),
  };
}

const WORDED = new WeakMap<AlertRule, WeakMap<Labels, Map<AlertSeverity, Labels>>>();

/** addWords adds what every instance of a rule is labelled with. */
export function addWords(rule: AlertRule, labels: Labels, severity: AlertSeverity): Labels {
  // A back-test asks for the same ones at thousands of slots.
  const ofRule = WORDED.get(rule) ?? new WeakMap<Labels, Map<AlertSeverity, Labels>>();
  const ofGroup = ofRule.get(labels) ?? new Map<AlertSeverity, Labels>();
  const worded = ofGroup.get(severity) ?? { ...labels, ...rule.labels, severity };
  WORDED.set(rule, ofRule.set(labels, ofGroup.set(severity, worded)));
  return worded;
}

/** Money comes by currency, and a rule may look at one alone. */
function isWanted(rule: AlertRule, labels: Labels): boolean {
  return rule.kind !== "obligations" || rule.currency === undefined || labels["currency"] === rule.currency;
}

interface Reading {
  readonly value: number | null;
  readonly evidence: Readonly<Record<string, unknown>>;
}

type Read = (labels: Labels, now: WindowFigure | undefined, before: WindowFigure | undefined) => Reading;

function chooseReading(rule: AlertRule, metric: string, { isHeard }: SlotFigures): Read {
  const count = (labels: Labels, figure: WindowFigure | undefined): number | null => {
    const value = figure?.value ?? null;
    if (isInstant(metric)) return value ?? 0;
    if (!isFlowCount(metric)) return value;
    return value === null || value === 0 ? (isHeard(labels) ? 0 : null) : value;
  };
  const describe = (figure: WindowFigure | undefined) => ({
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
  });
  if (rule.kind === "change")
    return (labels, now, before) => {
      const [value, was] = [count(labels, now), before?.value ?? null];
      const evidence = { ...describe(now), now: value, before: was };
      if (value === null || was === null || was < rule.minimumBefore) return { value: null, evidence };
      const changed = rule.as === "absolute" ? value - was : was === 0 ? null : (value - was) / Math.abs(was);
      return { value: changed, evidence };
    };
  if (rule.kind === "no_data")
    return (_labels, now, before) => {
      const isUsual = isSomething(before);
      // 1 = something is missed, which is more than the threshold of 0.
      return {
        value: isUsual ? (isSomething(now) ? 0 : 1) : isSomething(now) ? 0 : null,
        evidence: { before: before?.value ?? null },
      };
    };
  return (labels, now) => {
    const evidence = describe(now);
    const isFew = rule.kind === "threshold" && rule.minimumSample > 0 && (now?.denominator ?? 0) < rule.minimumSample;
    return { value: isFew ? null : count(labels, now), evidence };
  };
}

function isSomething(figure: WindowFigure | undefined): boolean {
  return figure !== undefined && figure.value !== null && figure.value !== 0;
}

interface JoinedGroup {
  readonly labels: Labels;
  readonly now: WindowFigure | undefined;
  readonly before: WindowFigure | undefined;
}

function listGroups({ now, before }: SlotFigures): JoinedGroup[] {
  const joined = new Map<string, JoinedGroup>();
  const last = ({ windows }: GroupFigures) => windows[windows.length - 1];
  for (const group of now) {
    const key = fingerprintLabels(group.labels);
    // Whichever of the two was taken would be half of the truth.
    if (joined.has(key)) throw new Error(`Two groups are ${JSON.stringify(group.labels)}: group by more.`);
    joined.set(key, { labels: group.labels, now: last(group), before: undefined });
  }
  for (const group of before) {
    const key = fingerprintLabels(group.labels);
    joined.set(key, { labels: group.labels, now: joined.get(key)?.now, before: last(group) });
  }
  return [...joined.values()];
}
