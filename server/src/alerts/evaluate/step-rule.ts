import type { AlertRule } from "@watchfloor/dashboards";
import { INACTIVE_INSTANCE, isFiring, type AlertInstance } from "../instance/alert-instance.js";
import type { ResolveReason } from "../instance/alert-transition.js";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import type { Judgement } from "../instance/judgement.js";
import { endEpisode, stepInstance, type InstanceStep } from "../instance/step-instance.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { buildRuleTerms } from "../rules/build-rule-terms.js";
import { buildTransition } from "./build-transition.js";
import type { JudgedInstance, RuleJudgement } from "./judge-rule.js";
import { dropSurplus } from "./drop-surplus.js";
import { noteGroups } from "./note-groups.js";
import type { RuleDocument, TrackedInstance } from "./rule-document.js";

/** RuleStep is the rule that is stepped, and the slot. */
export interface RuleStep {
  readonly tenant: string;
  readonly rule: AlertRule;
  readonly version: number;
  /** `fingerprintJudgement` of the rule. */
  readonly judgement: string;
  readonly slotAt: number;
  /** Up to when everything the rule looks at had come; undefined = nobody said. */
  readonly completeUntil?: number | undefined;
}

/** After so many slots in a row a rule that cannot be asked is in trouble. */
const MAX_ERRORS = 3;

/**
 * stepRule is one slot of a rule: a function of its document and what was judged. What the rule did not see is judged absent; what was judged
 * by an older version is dropped while pending and, once it no longer matches, over at once.
 */
export function stepRule(before: RuleDocument, step: RuleStep, judged: RuleJudgement): RuleDocument {
  const noted = noteGroups(before, step, judged.instances);
  const isEdited = before.judgement !== "" && before.judgement !== step.judgement;
  const work = new Stepping(before, step, isEdited);
  for (const instance of judged.instances) {
    const fingerprint = fingerprintLabels(instance.labels);
    if (noted.isNew(fingerprint)) continue;
    work.see(fingerprint, instance);
  }
  for (const [fingerprint, tracked] of Object.entries(before.instances))
    if (work.hasSeen(fingerprint)) continue;
    else if (judged.absentReason === undefined) work.miss(fingerprint, tracked, judged.judgeAbsent(tracked.labels));
    else work.end(fingerprint, tracked, isEdited ? "rule_updated" : judged.absentReason);
  const { kept, dropped } = dropSurplus(work.instances);
  return {
    ...before,
    ...{ version: step.version, judgement: step.judgement, cursor: step.slotAt },
    ...{ instances: kept, seqs: work.seqs, known: noted.known, fresh: noted.fresh },
    out: [...before.out, ...work.out],
    health: {
      state: dropped > 0 ? "limit" : "ok",
      errors: 0,
      message: dropped > 0 ? `${dropped} pending instances were dropped.` : "",
      at: step.slotAt,
    },
    counts: { ...before.counts, evaluated: before.counts.evaluated + 1 },
  };
}

/** failRule is a slot of which the rule could not be asked: nothing moves, and nothing ends. */
export function failRule(before: RuleDocument, step: RuleStep, message: string): RuleDocument {
  const errors = before.health.errors + 1;
  const instances = Object.fromEntries(
    Object.entries(before.instances).map(([fingerprint, tracked]) => [
      fingerprint,
      { ...tracked, state: { ...tracked.state, health: "error" as const } },
    ]),
  );
  const since = before.health.errors === 0 ? step.slotAt : (before.health.since ?? step.slotAt);
  const state = errors >= MAX_ERRORS ? "error" : before.health.state;
  return { ...before, cursor: step.slotAt, instances, health: { state, errors, message, at: step.slotAt, since } };
}

/** endRule closes everything of a rule that was paused or deleted. It begins anew at the newest slot when it goes on. */
export function endRule(before: RuleDocument, step: RuleStep, reason: "rule_paused" | "rule_deleted"): RuleDocument {
  const work = new Stepping(before, step, false);
  for (const [fingerprint, tracked] of Object.entries(before.instances)) work.end(fingerprint, tracked, reason);
  return { ...before, cursor: null, instances: {}, seqs: work.seqs, out: [...before.out, ...work.out] };
}

/** skipSlots goes over what lies too far back: pending is dropped, what fires goes on firing. */
export function skipSlots(before: RuleDocument, cursor: number, skipped: number): RuleDocument {
  const instances = Object.fromEntries(Object.entries(before.instances).filter(([, { state }]) => isFiring(state)));
  return { ...before, cursor, instances, counts: { ...before.counts, skipped: before.counts.skipped + skipped } };
}

class Stepping {
  readonly out: CommittedTransition[] = [];
  readonly seqs: Record<string, readonly [number, number]>;
  readonly instances: Record<string, TrackedInstance> = {};
  private readonly seen = new Set<string>();

  constructor(
    private readonly before: RuleDocument,
    private readonly step: RuleStep,
    private readonly isEdited: boolean,
  ) {
    this.seqs = { ...before.seqs };
  }

  hasSeen(fingerprint: string): boolean {
    return this.seen.has(fingerprint);
  }

  see(fingerprint: string, judged: JudgedInstance): void {
    if (this.seen.has(fingerprint))
      throw new Error(`Two groups of ${this.step.rule.id} are ${JSON.stringify(judged.labels)}: group by more.`);
    this.seen.add(fingerprint);
    const tracked = this.before.instances[fingerprint];
    const state = this.open(fingerprint, tracked);
    const stepped = this.judge(state, judged.judgement, judged.severity);
    this.keep(fingerprint, judged, stepped);
  }

  miss(fingerprint: string, tracked: TrackedInstance, judgement: Judgement): void {
    const stepped = this.judge(this.open(fingerprint, tracked), judgement, tracked.severity);
    this.keep(fingerprint, { ...tracked, judgement, threshold: null, evidence: {} }, stepped);
  }

  end(fingerprint: string, tracked: TrackedInstance, reason: ResolveReason): void {
    const { slotAt: at, rule } = this.step;
    const stepped = endEpisode(tracked.state, reason, { at, terms: buildRuleTerms(rule, tracked.severity) });
    this.keep(
      fingerprint,
      { ...tracked, judgement: { outcome: "clear", value: null }, threshold: null, evidence: {} },
      stepped,
    );
  }

  /** An instance that was at rest is not stored, its numbers are. */
  private open(fingerprint: string, tracked: TrackedInstance | undefined): AlertInstance {
    const isDropped = this.isEdited && tracked?.state.state === "pending";
    if (tracked !== undefined && !isDropped) return tracked.state;
    const [transitionSeq, episodeSeq] = this.before.seqs[fingerprint] ?? [0, 0];
    return { ...INACTIVE_INSTANCE, transitionSeq, episodeSeq };
  }

  private judge(state: AlertInstance, judgement: Judgement, severity: string): InstanceStep {
    const { slotAt: at, rule } = this.step;
    const terms = buildRuleTerms(rule, severity);
    const isOver = this.isEdited && isFiring(state) && judgement.outcome !== "match" && judgement.outcome !== "error";
    return isOver ? endEpisode(state, "rule_updated", { at, terms }) : stepInstance(state, judgement, { at, terms });
  }

  private keep(fingerprint: string, judged: JudgedInstance, { instance, transitions }: InstanceStep): void {
    const { labels, severity } = judged;
    if (transitions.length > 0) this.seqs[fingerprint] = [instance.transitionSeq, instance.episodeSeq];
    if (instance.state !== "inactive") this.instances[fingerprint] = { labels, severity, state: storable(instance) };
    const facts = {
      ...this.step,
      fingerprint,
      labels,
      severity,
      threshold: judged.threshold,
      evidence: judged.evidence,
      outcome: judged.judgement.outcome,
    };
    this.out.push(...transitions.map((transition) => buildTransition(transition, facts)));
  }
}

/** JSON knows no infinities. */
function storable(instance: AlertInstance): AlertInstance {
  return instance.lastValue === null || Number.isFinite(instance.lastValue)
    ? instance
    : { ...instance, lastValue: null };
}
