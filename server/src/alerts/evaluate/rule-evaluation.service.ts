import type { Scope } from "../../scope/scope.js";
import type { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { fingerprintJudgement } from "../rules/fingerprint-judgement.js";
import type { StoredRule } from "../rules/stored-rule.js";
import type { StoredDocument, DocumentChange } from "../store/alert-document.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { isCatchUp, markClosed } from "./mark-closed.js";
import type { WatermarkReader } from "../watermark/watermark-reader.service.js";
import type { Watermarks } from "../watermark/watermarks.js";
import { CatchUpBudget } from "./catch-up-budget.js";
import { planSlots } from "./plan-slots.js";
import { buildRuleKey, readRuleDocument, type RuleDocument } from "./rule-document.js";
import type { RuleJudge, SlotVerdict } from "./rule-judge.service.js";
import { endRule, failRule, skipSlots, stepRule, type RuleStep } from "./step-rule.js";

/** So many slots of a rule are made up in one turn, so that what is live does not wait for what was missed. */
const SLOTS_A_TURN = 20;

/** Transitions of a rule that wait until its missed slots are made up for; a document must stay a document. */
const MOST_WAITING = 1_000;

/** DocumentStore is the one primitive that evaluation stands on: compare-and-set of single keys. */
export interface DocumentStore {
  getMany(tenant: string, keys: readonly string[]): Promise<Map<string, StoredDocument>>;
  casMany(tenant: string, changes: readonly DocumentChange[]): Promise<Set<string>>;
}

/** RuleEvaluationParts is what a tenant's rules are evaluated with. */
export interface RuleEvaluationParts {
  readonly rules: Pick<AlertRuleRepository, "list">;
  readonly documents: DocumentStore;
  readonly judge: Pick<RuleJudge, "judgeMany">;
  readonly publish: (tenant: string, out: readonly CommittedTransition[]) => Promise<void>;
  readonly now: () => number;
  /** Until when feeds are complete; undefined = each slot waits for its delay. */
  readonly watermarks?: Pick<WatermarkReader, "load"> | undefined;
  /** A clock that only counts on, in milliseconds: what making up for missed slots takes is measured by it. */
  readonly readMonotonicMs?: () => number;
}

/** EvaluatedTurn is what a turn did. */
export interface EvaluatedTurn {
  readonly slots: number;
  readonly transitions: number;
  /** Documents that somebody else had changed: what was computed of them was thrown away. */
  readonly lost: number;
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

interface Track {
  readonly stored: StoredRule;
  version: number;
  document: RuleDocument;
  slots: readonly number[];
  /** Up to when everything it looks at has come; undefined = nobody says. */
  completeUntil: number | undefined;
  /** More slots are due than are done in this turn. */
  isBehind: boolean;
  /** Somebody else has changed the document: the next turn starts from what they wrote. */
  isLost: boolean;
}

/**
 * RuleEvaluation evaluates the rules of a tenant. One evaluation reads a document, asks for its slot, and changes the document only if nobody
 * has changed it meanwhile: state and outbox at once. Nothing leaves before that; what left is taken out of the outbox afterwards.
 */
export class RuleEvaluation {
  private readonly readMs: () => number;
  private readonly budget: CatchUpBudget;

  constructor(private readonly parts: RuleEvaluationParts) {
    this.readMs = parts.readMonotonicMs ?? (() => performance.now());
    this.budget = new CatchUpBudget(this.readMs);
  }

  /** run evaluates what is due, at most some slots a rule, and publishes what was left unpublished. `shouldGoOn` is asked between slots. */
  async run(scope: Scope, shouldGoOn: () => boolean = () => true): Promise<EvaluatedTurn> {
    const { tenant } = scope;
    const tracks = await this.load(tenant);
    const turn = { slots: 0, transitions: 0, lost: 0 };
    this.plan(tenant, tracks, await this.loadWatermarks(scope));
    turn.lost += await this.publish(tenant, tracks);
    turn.lost += await this.endAll(tenant, tracks);
    // What is up to date does not wait for what was missed.
    const isLive = ({ slots, isBehind }: Track) => slots.length === 1 && !isBehind;
    const live = tracks.filter(isLive);
    await this.runSlots(scope, live, { turn, shouldGoOn });
    const late = tracks.filter((track) => !live.includes(track));
    await this.runSlots(scope, late, { turn, shouldGoOn, budget: this.budget });
    return turn;
  }

  /** Slots in the order of time, those of one instant together; within a budget those that were missed. */
  private async runSlots(
    scope: Scope,
    tracks: readonly Track[],
    given: { turn: Mutable<EvaluatedTurn>; shouldGoOn: () => boolean; budget?: CatchUpBudget },
  ): Promise<void> {
    const { turn, shouldGoOn, budget } = given;
    while (shouldGoOn()) {
      const [slotAt] = tracks.flatMap((track) => track.slots.slice(0, 1)).sort((left, right) => left - right);
      if (slotAt === undefined) return;
      const due = tracks.filter((track) => track.slots[0] === slotAt);
      const intervalMs = Math.min(...due.map(({ stored }) => stored.rule.intervalSeconds * 1_000));
      const key = `${scope.tenant} ${intervalMs}`;
      if (budget?.mayGo(key, intervalMs) === false) return;
      const startedAt = this.readMs();
      const before = due.reduce((sum, { document }) => sum + document.out.length, 0);
      turn.lost += await this.evaluate(scope, due, slotAt);
      turn.transitions += due.reduce((sum, { document }) => sum + document.out.length, 0) - before;
      turn.lost += await this.publish(scope.tenant, due);
      turn.slots += due.length;
      budget?.spend(key, startedAt);
    }
  }

  private async load(tenant: string): Promise<Track[]> {
    const rules = await this.parts.rules.list(tenant);
    const documents = await this.parts.documents.getMany(
      tenant,
      rules.map(({ id }) => buildRuleKey(id)),
    );
    return rules.map((stored) => {
      const found = documents.get(buildRuleKey(stored.id));
      return {
        stored,
        version: found?.version ?? 0,
        document: readRuleDocument(found?.doc),
        slots: [],
        completeUntil: undefined,
        isBehind: false,
        isLost: false,
      };
    });
  }

  /** Without them every slot waits for its delay, which is no reason to evaluate none. */
  private loadWatermarks(scope: Scope): Promise<Watermarks | undefined> {
    return this.parts.watermarks?.load(scope).catch(() => undefined) ?? Promise.resolve(undefined);
  }

  private plan(tenant: string, tracks: readonly Track[], watermarks: Watermarks | undefined): void {
    const now = this.parts.now();
    for (const track of tracks) {
      if (track.isLost || !isInForce(track.stored)) continue;
      track.completeUntil = watermarks?.completeUntil(track.stored.rule);
      const given = { now, most: SLOTS_A_TURN, completeUntil: track.completeUntil };
      const planned = planSlots(tenant, track.stored.rule, track.document, given);
      if (planned.skipped > 0) track.document = skipSlots(track.document, planned.skipTo, planned.skipped);
      track.slots = planned.slots;
      track.isBehind = planned.isBehind;
    }
  }

  /** What was paused or deleted is over; who was told is told so. */
  private async endAll(tenant: string, tracks: readonly Track[]): Promise<number> {
    const ended = tracks.filter(
      ({ stored, document, isLost }) => !isLost && !isInForce(stored) && document.cursor !== null,
    );
    for (const track of ended) {
      const reason = track.stored.isDeleted ? "rule_deleted" : "rule_paused";
      track.document = endRule(track.document, buildStep(tenant, track.stored, track.document.cursor ?? 0), reason);
    }
    return (await this.commit(tenant, ended)) + (await this.publish(tenant, ended));
  }

  private async evaluate(scope: Scope, due: readonly Track[], slotAt: number): Promise<number> {
    const rules = due.map(({ stored }) => stored.rule);
    const verdicts = await this.parts.judge.judgeMany(scope, rules, slotAt);
    due.forEach((track, at) => {
      const step = { ...buildStep(scope.tenant, track.stored, slotAt), completeUntil: track.completeUntil };
      track.document = this.step(track, step, verdicts[at]);
      track.slots = track.slots.slice(1);
    });
    return this.commit(scope.tenant, due);
  }

  private step({ document, slots, isBehind }: Track, step: RuleStep, verdict: SlotVerdict | undefined): RuleDocument {
    // Whoever makes up for missed slots says so: what opened and closed in them is no news.
    const { intervalSeconds, delaySeconds } = step.rule;
    const isOverdue = this.parts.now() >= step.slotAt + (intervalSeconds + delaySeconds) * 1_000;
    const isLate = (slots.length > 1 || isBehind) && isOverdue;
    if (verdict === undefined || "failure" in verdict) return failRule(document, step, verdict?.failure ?? "");
    try {
      const stepped = stepRule(document, step, verdict.judgement);
      if (!isLate) return stepped;
      const fresh = stepped.out.slice(document.out.length).map(markLate);
      const counts = { ...stepped.counts, caughtUp: stepped.counts.caughtUp + 1 };
      return { ...stepped, counts, out: [...document.out, ...fresh] };
    } catch (cause) {
      return failRule(document, step, cause instanceof Error ? cause.message : String(cause));
    }
  }

  /** commit writes documents, all in one statement; whoever lost the race starts anew in the next turn. */
  private async commit(tenant: string, tracks: readonly Track[]): Promise<number> {
    if (tracks.length === 0) return 0;
    const changes = tracks.map(({ stored, version, document }) => ({
      ...{ key: buildRuleKey(stored.id), version, nextAt: findNextAt(stored, document) },
      doc: { ...document },
    }));
    const changed = await this.parts.documents.casMany(tenant, changes);
    let lost = 0;
    for (const track of tracks)
      if (changed.has(buildRuleKey(track.stored.id))) track.version += 1;
      else {
        lost += 1;
        // What was computed is thrown away: somebody else has decided this slot.
        track.isLost = true;
        track.slots = [];
        track.document = { ...track.document, out: [] };
      }
    return lost;
  }

  private async publish(tenant: string, tracks: readonly Track[]): Promise<number> {
    const full = tracks.filter((track) => track.document.out.length > 0 && !isMakingUp(track));
    if (full.length === 0) return 0;
    await this.parts.publish(
      tenant,
      full.flatMap(({ document }) => markClosed(document.out)),
    );
    for (const track of full) track.document = { ...track.document, out: [] };
    return this.commit(tenant, full);
  }
}

/** When the next slot of a rule is ready to be evaluated; null = none is waited for. */
function findNextAt({ rule }: StoredRule, { cursor }: RuleDocument): Date | null {
  return cursor === null ? null : new Date(cursor + (rule.intervalSeconds + rule.delaySeconds) * 1_000);
}

function isInForce({ isPaused, isDeleted, rule }: StoredRule): boolean {
  return !isPaused && !isDeleted && rule.isEnabled;
}

function buildStep(tenant: string, { rule, version }: StoredRule, slotAt: number): RuleStep {
  return { tenant, rule, version, judgement: fingerprintJudgement(rule), slotAt };
}

/** What opened and closed in missed slots is known only when all of them are made up for; until then it waits, unless it is very much. */
function isMakingUp({ document, slots, isBehind, isLost }: Track): boolean {
  return (
    !isLost && (slots.length > 0 || isBehind) && document.out.length <= MOST_WAITING && document.out.every(isCatchUp)
  );
}

function markLate(transition: CommittedTransition): CommittedTransition {
  return { ...transition, evidence: { ...transition.evidence, isCatchUp: true } };
}
