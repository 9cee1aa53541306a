import { boolean, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * apiKey: kind `ingest` can only send, kind `read` can only ask. `secretHash` is the SHA-256 of the key: keys are 192 random
 * bits, so no slow hash is needed; `previousSecretHash` is that of the secret before a rotation, usable until `previousValidUntil`.
 * `clients`, `kinds` and `sources` limit what may be sent (null = all of the tenant), `eventsPerSecond` and `burst` how much of it;
 * `scope` limits what may be asked.
 */
export const apiKey = pgTable("api_key", {
  id: text("id").primaryKey(),
  tenant: text("tenant").notNull(),
  kind: text("kind", { enum: ["ingest", "read"] }).notNull(),
  title: text("title").notNull(),
  secretHash: text("secret_hash").notNull().unique(),
  previousSecretHash: text("previous_secret_hash").unique(),
  previousValidUntil: timestamp("previous_valid_until", { withTimezone: true }),
  clients: jsonb("clients").$type<string[]>(),
  kinds: jsonb("kinds").$type<string[]>(),
  sources: jsonb("sources").$type<string[]>(),
  eventsPerSecond: integer("events_per_second"),
  burst: integer("burst"),
  scope: jsonb("scope").$type<Record<string, unknown>>(),
  isBackfill: boolean("is_backfill").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true }),
  rotatedAt: timestamp("rotated_at", { withTimezone: true }),
  lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
  revokedAt: timestamp("revoked_at", { withTimezone: true }),
});
