import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** What of the network something is for: '' = any. */
const place = {
  client: text("client").notNull().default(""),
  workflow: text("workflow").notNull().default(""),
  channel: text("channel").notNull().default(""),
  store: text("store").notNull().default(""),
  partner: text("partner").notNull().default(""),
};

/**
 * slaPolicy: each row is one version of a policy, never changed afterwards. A version replaces those before it from `effectiveFrom` on,
 * and holds until `effectiveUntil` or a later version; one that ends where it begins retires its policy. `calendar` '' = wall clock,
 * '@store' = that of the run's store; `pauseReasons` null = every pause stops the clock. `fingerprint` is the hash of what a pack says.
 */
export const slaPolicy = pgTable(
  "sla_policy",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    ...place,
    limitSeconds: integer("limit_seconds").notNull(),
    target: doublePrecision("target").notNull(),
    windowDays: integer("window_days").notNull(),
    calendar: text("calendar").notNull().default(""),
    pauseReasons: jsonb("pause_reasons").$type<string[]>(),
    tier: text("tier").notNull().default(""),
    effectiveFrom: timestamp("effective_from", { withTimezone: true }).notNull(),
    effectiveUntil: timestamp("effective_until", { withTimezone: true }),
    fingerprint: text("fingerprint").notNull().default(""),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id, table.version] })],
);

/**
 * correction: time that counts for nobody's promise, [from, to), once or by a recurrence rule in a time zone. It counts from the moment
 * a second person approved it until it is revoked, for all of history. `calendar` '' = whatever the calendar of the policy.
 */
export const correction = pgTable(
  "correction",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    calendar: text("calendar").notNull().default(""),
    ...place,
    from: timestamp("from", { withTimezone: true }).notNull(),
    to: timestamp("to", { withTimezone: true }).notNull(),
    recurrence: text("recurrence").notNull().default(""),
    timeZone: text("time_zone").notNull().default("UTC"),
    reason: text("reason").notNull(),
    author: text("author").notNull(),
    requestedAt: timestamp("requested_at", { withTimezone: true }).notNull(),
    approvedBy: text("approved_by"),
    approvedAt: timestamp("approved_at", { withTimezone: true }),
    revokedBy: text("revoked_by"),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] }), index("correction_tenant").on(table.tenant)],
);
