import { boolean, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * dashboard: each row is one version of a dashboard, never changed afterwards. What is shown is the newest version that a person saved,
 * unless it `isRemoved`, else the newest that came as a file (`isSeed`). `text` is the definition as it was written, comments included;
 * `fingerprint` is the SHA-256 of a file's text; `limits` is the scope of the person who saved, in JSON.
 */
export const dashboard = pgTable(
  "dashboard",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    isSeed: boolean("is_seed").notNull(),
    isRemoved: boolean("is_removed").notNull().default(false),
    text: text("text").notNull(),
    fingerprint: text("fingerprint").notNull().default(""),
    limits: text("limits").notNull().default("{}"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id, table.version] })],
);
