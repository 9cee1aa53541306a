import { integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * rollupRules: by which policies, calendars and corrections the promises in the rollups of a tenant were counted; no row = by none.
 * `generation` grows with each change; `parts` is what the fingerprint was made of. Hours from `restatedFrom` on wait to be counted by
 * it, null = all of them are.
 */
export const rollupRules = pgTable("rollup_rules", {
  tenant: text("tenant").primaryKey(),
  generation: integer("generation").notNull(),
  fingerprint: text("fingerprint").notNull(),
  parts: jsonb("parts").$type<Record<string, { hash: string; fromMs: number }>>().notNull(),
  restatedFrom: timestamp("restated_from", { withTimezone: true }),
});
