import { parseAlertRule, type AlertRule } from "@watchfloor/dashboards";
import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { buildScope } from "../../scope/scope.js";
import { judgeRule } from "../evaluate/judge-rule.js";
import { buildRuleKey, readRuleDocument, type RuleDocument } from "../evaluate/rule-document.js";
import { RuleEvaluation, type EvaluatedTurn } from "../evaluate/rule-evaluation.service.js";
import type { SlotVerdict } from "../evaluate/rule-judge.service.js";
import type { GroupFigures } from "../evaluate/slot-figures.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { TransitionRepository, type TransitionRow } from "../publish/transition.repository.js";
import { TransitionPublisher } from "../publish/transition-publisher.js";
import { HISTORY_ONLY } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

const MINUTE = 60_000;
/** A group at a slot: its labels, and the value of the window that ends there. */
export type RuleGroup = readonly [Labels, number | null];

/** RuleWorld is the rules of tenant `t1` on a real database, evaluated as the product does, of figures that a test gives. Its clock stands still. */
export class RuleWorld {
  readonly start = Date.parse("2026-06-01T08:00:00Z");
  readonly rules: AlertRuleRepository;
  readonly documents: AlertDocumentRepository;
  time = this.start;
  /** What a rule sees at a slot, in minutes from the start; a text = it cannot be asked, and why. */
  see: (minute: number, rule: AlertRule) => readonly RuleGroup[] | string = () => [];
  /** What happens while a slot is asked for, such as time going by. */
  meanwhile: (minute: number) => void = () => undefined;
  private readonly evaluation: RuleEvaluation;

  constructor(readonly postgres: Postgres) {
    this.rules = new AlertRuleRepository(postgres);
    this.documents = new AlertDocumentRepository(postgres);
    const publisher = new TransitionPublisher({ postgres, sink: HISTORY_ONLY, now: () => new Date(this.time) });
    this.evaluation = new RuleEvaluation({
      ...{ rules: this.rules, documents: this.documents, now: () => this.time },
      judge: { judgeMany: (_scope, rules, slotAt) => Promise.resolve(rules.map((rule) => this.judge(rule, slotAt))) },
      publish: (tenant, out) => publisher.publish(tenant, out),
    });
  }

  /** save adds a version of a threshold rule on `failure_rate` by client, critical above 5, without `for`, keep and delay of new groups unless told. */
  async save(id: string, more: Readonly<Record<string, unknown>> = {}, version = 0): Promise<AlertRule> {
    const given = {
      ...{ id, kind: "threshold", title: id, summary: "it is {{value}}", metric: "failure_rate", groupBy: ["client"] },
      ...{ levels: [{ severity: "critical", threshold: 5 }], forSeconds: 0, keepFiringSeconds: 0 },
      ...{ newGroupDelaySeconds: 0, ...more },
    };
    const definition = parseAlertRule(JSON.stringify(given), ALERT_RULE_KNOWLEDGE);
    const saved = { id, definition, fingerprint: "", createdAt: new Date(this.time), createdBy: "anna" };
    await this.rules.addVersion("t1", saved, version);
    return definition;
  }

  /** runAt evaluates what is due once the slot so many minutes after the start is. */
  async runAt(minute: number, turns = 1): Promise<EvaluatedTurn> {
    this.time = Math.max(this.time, this.start + minute * MINUTE + 75_000);
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "alerts" });
    let turn = await this.evaluation.run(scope);
    for (let more = 1; more < turns; more += 1) turn = await this.evaluation.run(scope);
    return turn;
  }

  /** history returns the transitions of a rule, oldest first. */
  async history(rule: string): Promise<TransitionRow[]> {
    const rows = await new TransitionRepository(this.postgres).listAll("t1", 10_000);
    return rows.filter(({ ruleId }) => ruleId === rule);
  }

  /** told returns what people were to be told: kind, reason, minute. */
  async told(rule: string): Promise<string[]> {
    return (await this.history(rule))
      .filter(({ kind }) => kind !== "history")
      .map(({ kind, reason, slotAt }) =>
        `${kind} ${reason ?? ""} ${this.minuteOf(slotAt.getTime())}`.replace("  ", " "),
      );
  }

  /** document returns what is known of a rule. */
  async document(rule: string): Promise<RuleDocument> {
    return readRuleDocument((await this.documents.get("t1", buildRuleKey(rule)))?.doc);
  }

  /** states returns how the instances of a rule stand, by client. */
  async states(rule: string): Promise<Record<string, string>> {
    const { instances } = await this.document(rule);
    return Object.fromEntries(
      Object.values(instances).map(({ labels, state }) => [labels["client"] ?? "", state.state]),
    );
  }

  close(): Promise<void> {
    return this.postgres.close();
  }

  private minuteOf(slotAt: number): number {
    return Math.round((slotAt - this.start) / MINUTE);
  }

  private judge(rule: AlertRule, slotAt: number): SlotVerdict {
    const seen = this.see(this.minuteOf(slotAt), rule);
    this.meanwhile(this.minuteOf(slotAt));
    if (typeof seen === "string") return { failure: seen };
    const now = seen.map(([labels, value]): GroupFigures => ({
      labels,
      windows: [{ value, numerator: null, denominator: null }],
    }));
    try {
      return { judgement: judgeRule(rule, { now, before: [], isHeard: () => true }) };
    } catch (cause) {
      return { failure: cause instanceof Error ? cause.message : String(cause) };
    }
  }
}

/** openRuleWorld opens a database of its own; close it. */
export async function openRuleWorld(): Promise<RuleWorld> {
  const postgres = await openEmbeddedPostgres(undefined);
  await migratePostgres(postgres);
  await postgres.db.insert(schema.tenant).values({ id: "t1", title: "t1" });
  return new RuleWorld(postgres);
}
