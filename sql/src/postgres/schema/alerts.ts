import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Where something happens: '' = everywhere, or it does not apply. */
const place = {
  client: text("client").notNull().default(""),
  channel: text("channel").notNull().default(""),
  store: text("store").notNull().default(""),
  partner: text("partner").notNull().default(""),
};

type Json = Readonly<Record<string, unknown>>;

/**
 * alertRule: which rules a tenant has. `version` is the newest of its versions and the one in force. A deleted rule keeps its row, because
 * its history names it.
 */
export const alertRule = pgTable(
  "alert_rule",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    isPaused: boolean("is_paused").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

/** alertRuleVersion: each row is one version of a rule, never changed afterwards. `fingerprint` is the hash of what a pack says; '' = saved by a person. */
export const alertRuleVersion = pgTable(
  "alert_rule_version",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    definition: jsonb("definition").$type<Json>().notNull(),
    fingerprint: text("fingerprint").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id, table.version] })],
);

/**
 * alertDocument: the state of alerting, one document a key (`rule:<id>`, `group:<key>`), changed by compare-and-set of `version` alone. State
 * and what is to be told about it (`out`) are one document, so one never exists without the other. `nextAt` = when somebody should look at it.
 */
export const alertDocument = pgTable(
  "alert_document",
  {
    tenant: text("tenant").notNull(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    doc: jsonb("doc").$type<Json>().notNull(),
    nextAt: instant("next_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.key] }),
    index("alert_document_next").on(table.nextAt, table.key),
  ],
);

/**
 * alertTransition: the history of instances, append-only; `id` = sha256(tenant, rule, fingerprint, transition_seq), so that publishing twice
 * changes nothing. `evidence` is what the judgement was made from.
 */
export const alertTransition = pgTable(
  "alert_transition",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    ordinal: bigserial("ordinal", { mode: "number" }).notNull(),
    ruleId: text("rule_id").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    fingerprint: text("fingerprint").notNull(),
    labels: jsonb("labels").$type<Readonly<Record<string, string>>>().notNull(),
    kind: text("kind", { enum: ["fired", "resolved", "no_data_started", "no_data_ended", "history"] }).notNull(),
    reason: text("reason"),
    severity: text("severity", { enum: ["critical", "warning", "info"] }).notNull(),
    slotAt: instant("slot_at").notNull(),
    activeAt: instant("active_at"),
    fromState: text("from_state").notNull(),
    state: text("state").notNull(),
    value: doublePrecision("value"),
    threshold: doublePrecision("threshold"),
    transitionSeq: integer("transition_seq").notNull(),
    episodeSeq: integer("episode_seq").notNull(),
    incidentId: text("incident_id").notNull(),
    ...place,
    evidence: jsonb("evidence").$type<Json>().notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("alert_transition_ordinal").on(table.tenant, table.ordinal),
    index("alert_transition_rule").on(table.tenant, table.ruleId, table.slotAt),
    index("alert_transition_incident").on(table.tenant, table.incidentId),
  ],
);

/**
 * alertIncident: an episode that fired; `id` = sha256(tenant, rule, fingerprint, episode_seq). `parent` is the incident that is held to be its
 * cause, `cause` says why. `isMuted`: closed by a person while it fires still, so it stays closed until the episode ends.
 */
export const alertIncident = pgTable(
  "alert_incident",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    ruleId: text("rule_id").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    fingerprint: text("fingerprint").notNull(),
    labels: jsonb("labels").$type<Readonly<Record<string, string>>>().notNull(),
    ...place,
    severity: text("severity", { enum: ["critical", "warning", "info"] }).notNull(),
    status: text("status", { enum: ["open", "acknowledged", "resolved"] }).notNull(),
    title: text("title").notNull(),
    value: doublePrecision("value"),
    threshold: doublePrecision("threshold"),
    firedAt: instant("fired_at").notNull(),
    resolvedAt: instant("resolved_at"),
    resolveReason: text("resolve_reason"),
    isMuted: boolean("is_muted").notNull().default(false),
    owner: text("owner"),
    acknowledgedBy: text("acknowledged_by"),
    acknowledgedAt: instant("acknowledged_at"),
    acknowledgedUntil: instant("acknowledged_until"),
    parent: text("parent"),
    cause: text("cause"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("alert_incident_fired").on(table.tenant, table.firedAt),
    index("alert_incident_unresolved")
      .on(table.tenant)
      .where(sql`status <> 'resolved'`),
    index("alert_incident_parent").on(table.tenant, table.parent),
  ],
);

/** alertIncidentNote: the timeline of an incident, append-only: what people and the product did about it. `author` '' = the product. */
export const alertIncidentNote = pgTable(
  "alert_incident_note",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    incident: text("incident").notNull(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    author: text("author").notNull(),
    text: text("text").notNull(),
    detail: jsonb("detail").$type<Json>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("alert_incident_note_incident").on(table.tenant, table.incident, table.at),
  ],
);

/** alertAudit: who changed what about alerting, append-only; secrets are masked before they get here. */
export const alertAudit = pgTable(
  "alert_audit",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    ordinal: bigserial("ordinal", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    /** From where, such as an address or `pack`; '' = not known. */
    origin: text("origin").notNull().default(""),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subject: text("subject").notNull(),
    before: jsonb("before").$type<Json>(),
    after: jsonb("after").$type<Json>(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("alert_audit_ordinal").on(table.tenant, table.ordinal),
  ],
);
