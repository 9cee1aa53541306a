import { createHash } from "node:crypto";
import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq } from "drizzle-orm";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import type { TransitionKind } from "../instance/alert-transition.js";
import type { AlertSeverity, CommittedTransition, TransitionSink } from "../publish/transition-sink.js";

/** StoryAlert is an instance of a rule in a test. */
export interface StoryAlert {
  readonly tenant?: string;
  readonly rule?: string;
  readonly severity?: AlertSeverity;
  readonly labels?: Readonly<Record<string, string>>;
  readonly client?: string;
  readonly store?: string;
}

const hash = (...parts: unknown[]) => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** AlertStory commits transitions as evaluation does: row and incident first, then the sink. */
export class AlertStory {
  private readonly seqs = new Map<string, { transition: number; episode: number }>();

  constructor(
    private readonly postgres: Postgres,
    private readonly sink: () => TransitionSink,
    private readonly now: () => Date,
  ) {}

  /** fire begins an episode and returns the incident. */
  async fire(alert: StoryAlert = {}): Promise<string> {
    return (await this.tell(await this.commit("fired", alert))).incidentId;
  }

  /** resolve ends it. */
  async resolve(alert: StoryAlert = {}): Promise<string> {
    return (await this.tell(await this.commit("resolved", alert))).incidentId;
  }

  /** commit writes a transition without telling anybody. */
  async commit(kind: TransitionKind, alert: StoryAlert = {}): Promise<CommittedTransition> {
    const transition = this.build(kind, alert);
    const { id, tenant, incidentId, ruleId, ruleVersion, fingerprint, labels, severity, slotAt } = transition;
    const { client, store, channel, partner } = transition;
    const common = { tenant, ruleId, ruleVersion, fingerprint, labels, severity, client, store, channel, partner };
    const at = new Date(slotAt);
    await this.postgres.db.insert(schema.alertTransition).values({
      ...{ ...common, id, kind, slotAt: at, activeAt: at, fromState: transition.fromState, state: transition.state },
      ...{ transitionSeq: transition.transitionSeq, episodeSeq: transition.episodeSeq, incidentId },
      ...{ evidence: transition.evidence, recordedAt: at, reason: transition.reason, value: 42, threshold: 10 },
    });
    if (kind === "fired")
      await this.postgres.db
        .insert(schema.alertIncident)
        .values({ ...common, id: incidentId, status: "open", title: ruleId, firedAt: at });
    if (kind === "resolved")
      await this.postgres.db
        .update(schema.alertIncident)
        .set({ status: "resolved", resolvedAt: at, resolveReason: "cleared" })
        .where(and(eq(schema.alertIncident.tenant, tenant), eq(schema.alertIncident.id, incidentId)));
    return transition;
  }

  /** acknowledge takes an incident on. */
  async acknowledge(tenant: string, incident: string): Promise<void> {
    await this.postgres.db
      .update(schema.alertIncident)
      .set({ status: "acknowledged", acknowledgedAt: this.now() })
      .where(and(eq(schema.alertIncident.tenant, tenant), eq(schema.alertIncident.id, incident)));
  }

  private async tell(transition: CommittedTransition): Promise<CommittedTransition> {
    await this.sink().accept(transition);
    return transition;
  }

  private build(kind: TransitionKind, alert: StoryAlert): CommittedTransition {
    const { tenant = "t1", rule = "late", severity = "warning", labels = {}, client = "c1", store = "s1" } = alert;
    const all = { ...labels, client, store, severity };
    const fingerprint = fingerprintLabels(all);
    const key = `${tenant} ${rule} ${fingerprint}`;
    const before = this.seqs.get(key) ?? { transition: 0, episode: 0 };
    const seq = { transition: before.transition + 1, episode: before.episode + (kind === "fired" ? 1 : 0) };
    this.seqs.set(key, seq);
    const isFired = kind === "fired";
    const slotAt = this.now().getTime();
    return {
      ...{
        id: hash(key, seq.transition),
        tenant,
        ruleId: rule,
        ruleVersion: 1,
        fingerprint,
        labels: all,
        kind,
        severity,
      },
      ...{ reason: kind === "resolved" ? "cleared" : null, slotAt, activeAt: slotAt, value: 42, threshold: 10 },
      ...{ fromState: isFired ? "inactive" : "firing", state: kind === "resolved" ? "inactive" : "firing" },
      ...{ transitionSeq: seq.transition, episodeSeq: seq.episode, incidentId: hash("incident", key, seq.episode) },
      ...{
        client,
        store,
        channel: "",
        partner: "",
        evidence: { title: "Orders late", summary: "42 orders are late." },
      },
    };
  }
}
