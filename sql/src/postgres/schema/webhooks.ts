import { foreignKey, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * webhookSource: a system that sends webhooks to `/v1/webhooks/{source}`. `style` says how it signs, `mapping` names the file
 * that says how its payloads become events, `client` whose events they are. Several tenants may use the same name.
 */
export const webhookSource = pgTable(
  "webhook_source",
  {
    tenant: text("tenant").notNull(),
    source: text("source").notNull(),
    style: text("style", { enum: ["standard", "shopify", "github"] }).notNull(),
    mapping: text("mapping").notNull(),
    client: text("client").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.source] }), index("webhook_source_source").on(table.source)],
);

/** webhookSecret: a secret a source signs with, encrypted (never hashed: signatures are computed anew). Several are active while one replaces another. */
export const webhookSecret = pgTable(
  "webhook_secret",
  {
    id: text("id").primaryKey(),
    tenant: text("tenant").notNull(),
    source: text("source").notNull(),
    sealed: text("sealed").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [
    index("webhook_secret_source").on(table.tenant, table.source),
    foreignKey({
      name: "webhook_secret_of_source",
      columns: [table.tenant, table.source],
      foreignColumns: [webhookSource.tenant, webhookSource.source],
    }),
  ],
);
