import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/**
 * grant: what a person may do and see in a tenant. `scope` limits each dimension to a list of ids; a missing dimension is
 * unlimited within the tenant. One person has one grant a tenant.
 */
export const grant = pgTable(
  "person_grant",
  {
    userId: text("user_id").notNull(),
    tenant: text("tenant").notNull(),
    role: text("role", { enum: ["administrator", "executive", "operations", "store_manager", "analyst", "viewer", "auditor"] }).notNull(),
    scope: jsonb("scope").$type<Record<string, string[]>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.userId, table.tenant] })],
);
