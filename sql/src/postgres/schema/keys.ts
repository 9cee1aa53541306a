import { boolean, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * apiKey: kind `ingest` can only send, kind `read` can only ask. `secretHash` is the SHA-256 of the key: keys are 192 random
 * bits, so no slow hash is needed. `clients` limits what may be sent (null = all clients of the tenant); `scope` limits what may be asked.
 */
export const apiKey = pgTable("api_key", {
  id: text("id").primaryKey(),
  tenant: text("tenant").notNull(),
  kind: text("kind", { enum: ["ingest", "read"] }).notNull(),
  title: text("title").notNull(),
  secretHash: text("secret_hash").notNull().unique(),
  clients: jsonb("clients").$type<string[]>(),
  kinds: jsonb("kinds").$type<string[]>(),
  scope: jsonb("scope").$type<Record<string, unknown>>(),
  isBackfill: boolean("is_backfill").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp("revoked_at", { withTimezone: true }),
});
