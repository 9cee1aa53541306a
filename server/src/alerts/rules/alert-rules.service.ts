import type { AlertRule } from "@watchfloor/dashboards";
import type { Postgres } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";
import type { AlertProblem } from "../alert-problem.js";
import { AlertAuditRepository } from "../audit/alert-audit.repository.js";
import type { BackTest, BackTestAnswer } from "../back-test/back-test.service.js";
import { refuseTooLarge } from "../back-test/refuse-too-large.js";
import type { BackTestWatch } from "../back-test/back-test-watch.js";
import { DELAY_KEY, readDelayDocument } from "../late/delay-document.js";
import { proposeDelay, type DelayProposal } from "../late/propose-delay.js";
import { LATE_KEY, readLateDocument } from "../late/late-document.js";
import { buildRuleKey, readRuleDocument, type RuleDocument } from "../evaluate/rule-document.js";
import { IncidentPeopleRepository } from "../incidents/incident-people.repository.js";
import type { JudgedInstance } from "../evaluate/judge-rule.js";
import type { RuleJudge } from "../evaluate/rule-judge.service.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { AlertRuleRepository } from "./alert-rule.repository.js";
import { readRuleText } from "./check-rule-text.js";
import { isRuleManageable, isRuleVisible } from "./is-rule-manageable.js";
import type { RuleVersion, StoredRule } from "./stored-rule.js";

const DAY_MS = 86_400_000;
const MAX_BACK_TEST_DAYS = 92;
const NOT_FOUND: AlertProblem = {
  code: "not_found",
  message: "There is no rule of that id that you may decide about.",
};

/** RuleView is a rule with how it is doing. */
export interface RuleView extends StoredRule {
  readonly document: RuleDocument;
  /** Rows that came after their slot was evaluated. */
  readonly lateRows: number;
  /** How long it should wait for its sources; undefined = as long as it does. */
  readonly delayProposal: DelayProposal | undefined;
  /** Whether whoever asks may change it, their role aside. */
  readonly isManageable: boolean;
}

/** RulePreview is what a rule says at one slot. */
export interface RulePreview {
  readonly slotAt: Date;
  readonly instances: readonly JudgedInstance[];
}

/** AlertRulesParts is what the service stands on. */
export interface AlertRulesParts {
  readonly postgres: Postgres;
  readonly judge: Pick<RuleJudge, "judgeMany">;
  readonly backTest: Pick<BackTest, "run">;
  readonly now: () => Date;
}

/** AlertRulesService keeps the rules of a tenant, tries them, and says how they are doing, within the scope of whoever asks. */
export class AlertRulesService {
  private readonly rules: AlertRuleRepository;
  private readonly documents: AlertDocumentRepository;
  private readonly audit: AlertAuditRepository;
  private readonly people: IncidentPeopleRepository;

  constructor(private readonly parts: AlertRulesParts) {
    this.rules = new AlertRuleRepository(parts.postgres);
    this.documents = new AlertDocumentRepository(parts.postgres);
    this.audit = new AlertAuditRepository(parts.postgres);
    this.people = new IncidentPeopleRepository(parts.postgres);
  }

  now(): Date {
    return this.parts.now();
  }

  /** list returns the rules that can touch what a scope sees, by id, without deleted ones. */
  async list(scope: Scope): Promise<RuleView[]> {
    const rules = (await this.rules.list(scope.tenant)).filter(
      ({ isDeleted, rule }) => !isDeleted && isRuleVisible(rule, scope),
    );
    const keys = [LATE_KEY, DELAY_KEY, ...rules.map(({ id }) => buildRuleKey(id))];
    const documents = await this.documents.getMany(scope.tenant, keys);
    const late = readLateDocument(documents.get(LATE_KEY)?.doc)?.rules ?? {};
    const delays = readDelayDocument(documents.get(DELAY_KEY)?.doc);
    return rules.map((stored) => ({
      ...stored,
      delayProposal: proposeDelay(stored.rule, delays),
      document: readRuleDocument(documents.get(buildRuleKey(stored.id))?.doc),
      lateRows: late[stored.id] ?? 0,
      isManageable: isRuleManageable(stored.rule, scope),
    }));
  }

  /** listNames returns what people of the tenant of a scope are called, by id; keys and the pack have no name. */
  async listNames(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.people.findNames(scope.tenant, ids);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** listVersions returns what a rule said before, newest first. */
  async listVersions(scope: Scope, id: string): Promise<RuleVersion[]> {
    const isVisible = (await this.list(scope)).some((rule) => rule.id === id);
    return isVisible ? this.rules.listVersions(scope.tenant, id) : [];
  }

  /** save adds a version to a rule; `expectedVersion` is the newest the asker knows, 0 for a new rule. */
  async save(scope: Scope, text: string, expectedVersion: number): Promise<RuleView | AlertProblem> {
    const read = readRuleText(text);
    if ("code" in read) return read;
    const known = (await this.rules.list(scope.tenant)).find(({ id }) => id === read.id);
    const concerned = known === undefined ? [read] : [read, known.rule];
    if (!concerned.every((rule) => isRuleManageable(rule, scope))) return NOT_FOUND;
    const saved = { id: read.id, definition: read, fingerprint: "", createdAt: this.now(), createdBy: scope.subjectId };
    if (!(await this.rules.addVersion(scope.tenant, saved, expectedVersion)))
      return { code: "stale_version", message: "Somebody has changed the rule meanwhile: look at it again." };
    await this.record(scope, {
      action: expectedVersion === 0 ? "create" : "edit",
      id: read.id,
      before: known?.rule,
      after: read,
    });
    return this.get(scope, read.id);
  }

  /** setPaused pauses a rule, which resolves what fires, or lets it go on. */
  async setPaused(scope: Scope, id: string, isPaused: boolean): Promise<RuleView | AlertProblem> {
    const known = await this.findManageable(scope, id);
    if (known === undefined) return NOT_FOUND;
    await this.rules.setPaused(scope.tenant, id, isPaused, this.now());
    await this.record(scope, { action: isPaused ? "pause" : "resume", id, before: known.rule, after: known.rule });
    return this.get(scope, id);
  }

  /** delete takes a rule out of force, which resolves what fires. Returns its id. */
  async delete(scope: Scope, id: string): Promise<string | AlertProblem> {
    const known = await this.findManageable(scope, id);
    if (known === undefined) return NOT_FOUND;
    await this.rules.delete(scope.tenant, id, this.now());
    await this.record(scope, { action: "delete", id, before: known.rule, after: undefined });
    return id;
  }

  /** preview judges a rule at its newest slot, within the scope of whoever asks. Nothing is stored. */
  async preview(scope: Scope, text: string): Promise<RulePreview | AlertProblem> {
    const rule = readRuleText(text);
    if ("code" in rule) return rule;
    const intervalMs = rule.intervalSeconds * 1_000;
    const slotAt = Math.floor((this.now().getTime() - rule.delaySeconds * 1_000) / intervalMs) * intervalMs;
    const [verdict] = await this.parts.judge.judgeMany(scope, [rule], slotAt);
    if (verdict === undefined || "failure" in verdict)
      return { code: "invalid_rule", message: verdict?.failure ?? "The rule could not be asked." };
    return { slotAt: new Date(slotAt), instances: verdict.judgement.instances };
  }

  /** backTest says when a rule would have fired, by what whoever asks may see. Rejects with a `ClickHouseFailure`. */
  async backTest(
    scope: Scope,
    text: string,
    { from, to, watch }: { from: Date | null; to: Date | null; watch?: BackTestWatch },
  ): Promise<BackTestAnswer | AlertProblem> {
    const rule = readRuleText(text);
    if ("code" in rule) return rule;
    const until = new Date(Math.min(to?.getTime() ?? Infinity, this.now().getTime() - rule.delaySeconds * 1_000));
    const since = from ?? new Date(until.getTime() - 30 * DAY_MS);
    const days = (until.getTime() - since.getTime()) / DAY_MS;
    if (days <= 0 || days > MAX_BACK_TEST_DAYS)
      return { code: "invalid_range", message: `Choose a range in the past of at most ${MAX_BACK_TEST_DAYS} days.` };
    const range = { from: since, to: until };
    const running = this.parts.backTest.run(scope, rule, watch === undefined ? range : { ...range, watch });
    return running.catch(refuseTooLarge);
  }

  private async get(scope: Scope, id: string): Promise<RuleView | AlertProblem> {
    return (await this.list(scope)).find((rule) => rule.id === id) ?? NOT_FOUND;
  }

  private async findManageable(scope: Scope, id: string): Promise<RuleView | undefined> {
    return (await this.list(scope)).find((rule) => rule.id === id && rule.isManageable);
  }

  private record(
    scope: Scope,
    {
      action,
      id,
      before,
      after,
    }: { action: string; id: string; before: AlertRule | undefined; after: AlertRule | undefined },
  ): Promise<void> {
    const entry = { at: this.now(), actor: scope.subjectId, action, subjectKind: "rule" as const, subject: id };
    return this.audit.add(scope.tenant, { ...entry, before: before ?? null, after: after ?? null });
  }
}
