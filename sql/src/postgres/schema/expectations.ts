import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * expectationRule: each row is one version of a rule, never changed afterwards. `effectiveFrom` says from which event time on it
 * is in force, until the next version is; `definition` is the rule as the pack or a person wrote it, `fingerprint` its hash.
 */
export const expectationRule = pgTable(
  "expectation_rule",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    effectiveFrom: timestamp("effective_from", { withTimezone: true }).notNull(),
    definition: jsonb("definition").$type<Record<string, unknown>>().notNull(),
    fingerprint: text("fingerprint").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id, table.version] }),
    index("expectation_rule_tenant").on(table.tenant),
  ],
);
