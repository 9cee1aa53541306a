import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

type Json = Readonly<Record<string, unknown>>;

/** Where something happens: '' = it does not apply. */
const place = {
  client: text("client").notNull().default(""),
  channel: text("channel").notNull().default(""),
  store: text("store").notNull().default(""),
  partner: text("partner").notNull().default(""),
};

/**
 * contact: one endpoint that is told about alerts. `secret` is encrypted (its target: an address, a routing key, signing secrets); `hint` is
 * what of it may be shown. Nobody is told anything at an address before `confirmedAt`. `failures` in a row open the breaker until
 * `breakerUntil`; `refusals` in a row disable the address of a mail. `ownerToldAt` = when its owner was last told that it fails.
 */
export const contact = pgTable(
  "contact",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    kind: text("kind").notNull(),
    mode: text("mode", { enum: ["event", "grouped"] }).notNull(),
    settings: jsonb("settings").$type<Json>().notNull().default({}),
    secret: text("secret"),
    hint: text("hint").notNull().default(""),
    owner: text("owner").notNull(),
    isEnabled: boolean("is_enabled").notNull().default(true),
    disabledReason: text("disabled_reason"),
    confirmedAt: instant("confirmed_at"),
    isFallback: boolean("is_fallback").notNull().default(false),
    flaggedAt: instant("flagged_at"),
    flaggedReason: text("flagged_reason"),
    failures: integer("failures").notNull().default(0),
    refusals: integer("refusals").notNull().default(0),
    breakerUntil: instant("breaker_until"),
    ownerToldAt: instant("owner_told_at"),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

/** subscription: what a contact is told about: a place ('' = any) and a filter, with options such as quiet hours. */
export const subscription = pgTable(
  "subscription",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    contact: text("contact").notNull(),
    client: text("client").notNull().default(""),
    channel: text("channel").notNull().default(""),
    store: text("store").notNull().default(""),
    partner: text("partner").notNull().default(""),
    filter: jsonb("filter").$type<Json>().notNull().default({}),
    options: jsonb("options").$type<Json>().notNull().default({}),
    /** Limits of whoever made it (JSON): it never tells more than they may see. */
    limits: text("limits").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("subscription_contact").on(table.tenant, table.contact),
  ],
);

/** silence: mutes notifications that match within [startsAt, endsAt), within the limits (JSON) of whoever made it. */
export const silence = pgTable(
  "silence",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    matchers: jsonb("matchers").$type<readonly Json[]>().notNull(),
    limits: text("limits").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    comment: text("comment").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    replaces: text("replaces"),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] }), index("silence_end").on(table.tenant, table.endsAt)],
);

/**
 * escalationPolicy: each row is one version of a policy, never changed afterwards; an incident keeps the one in force when it fired. It is for
 * the incidents of a client ('' = any) and of `severities` that pass `matchers`. A version that is deleted is in force no more.
 */
export const escalationPolicy = pgTable(
  "escalation_policy",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    client: text("client").notNull().default(""),
    severities: jsonb("severities").$type<readonly string[]>().notNull().default(["critical"]),
    matchers: jsonb("matchers").$type<readonly Json[]>().notNull().default([]),
    isDeleted: boolean("is_deleted").notNull().default(false),
    steps: jsonb("steps").$type<readonly Json[]>().notNull(),
    loops: integer("loops").notNull().default(0),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id, table.version] })],
);

/**
 * inhibition: while something fires that passes `source`, what passes `target` is not told, where the labels `equal` are the same; both within
 * the limits (JSON) of whoever made it, and of one client.
 */
export const inhibition = pgTable(
  "inhibition",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    source: jsonb("source").$type<readonly Json[]>().notNull(),
    target: jsonb("target").$type<readonly Json[]>().notNull(),
    equal: jsonb("equal").$type<readonly string[]>().notNull().default([]),
    limits: text("limits").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

/**
 * messageTemplate: how a tenant words what it is told by one kind of channel; '' as title or text = the built-in one. At most one is in use for
 * each kind. `lastFault` says why the built-in text was sent instead, the last time that happened since it was saved.
 */
export const messageTemplate = pgTable(
  "message_template",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    medium: text("medium", { enum: ["mail", "chat", "on_call"] }).notNull(),
    title: text("title").notNull().default(""),
    text: text("text").notNull().default(""),
    isInUse: boolean("is_in_use").notNull().default(false),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    lastFault: text("last_fault").notNull().default(""),
    lastFaultAt: instant("last_fault_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    uniqueIndex("message_template_in_use_index")
      .on(table.tenant, table.medium)
      .where(sql`${table.isInUse}`),
  ],
);

/**
 * alertIntent: that a contact is to be told of a transition; `id` = sha256(transition, contact). `disposition` is how it ended, exactly one of
 * a closed list; until then it waits for the delivery `delivery`, or in the group `group`, muted by `mute` at the last tick.
 */
export const alertIntent = pgTable(
  "alert_intent",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    transition: text("transition").notNull(),
    kind: text("kind", { enum: ["fired", "resolved", "no_data_started", "no_data_ended"] }).notNull(),
    incident: text("incident").notNull(),
    contact: text("contact").notNull(),
    ...place,
    subscription: text("subscription"),
    group: text("group"),
    delivery: text("delivery"),
    mute: text("mute"),
    /** The incident that this one goes on with for the contact, which was never told its end; its own id unless told otherwise. */
    thread: text("thread").notNull(),
    disposition: text("disposition"),
    detail: jsonb("detail").$type<Json>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("alert_intent_incident").on(table.tenant, table.incident, table.contact),
    index("alert_intent_delivery").on(table.tenant, table.delivery),
    index("alert_intent_open").on(table.tenant, table.disposition, table.createdAt),
  ],
);

/**
 * delivery: one message to one contact, changed by compare-and-set of `version`; sent at least once, always with the same id. Those of one
 * (contact, stream) go in the order of `seq`: a stream is an incident, or a group. `payload` is the notice. `target` is the encrypted target of
 * the contact as it was when the message was first sent, where an end must go to the same place as its beginning.
 */
export const delivery = pgTable(
  "delivery",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    contact: text("contact").notNull(),
    channel: text("channel").notNull(),
    stream: text("stream").notNull(),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    purpose: text("purpose").notNull(),
    severity: text("severity", { enum: ["critical", "warning", "info"] }).notNull(),
    subscription: text("subscription"),
    payload: jsonb("payload").$type<Json>().notNull(),
    state: text("state", { enum: ["pending", "sending", "delivered", "dead", "cancelled"] }).notNull(),
    attempt: integer("attempt").notNull().default(0),
    isMinimal: boolean("is_minimal").notNull().default(false),
    target: text("target"),
    nextAt: instant("next_at"),
    leaseUntil: instant("lease_until"),
    lastError: text("last_error"),
    /** What was sent and answered last, secrets masked. */
    exchange: jsonb("exchange").$type<Json>(),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("delivery_due")
      .on(table.nextAt, table.seq)
      .where(sql`state IN ('pending', 'sending')`),
    index("delivery_order").on(table.tenant, table.contact, table.stream, table.seq),
    index("delivery_by_time").on(table.tenant, table.createdAt),
    index("delivery_ended").on(table.endedAt),
  ],
);
