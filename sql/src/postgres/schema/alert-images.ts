import { index, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea } from "./bytea.js";

/**
 * alertImage: the chart of the time before an incident fired, drawn once; an incident is one passage of one instance of a rule, so it stands for rule,
 * slot and instance. `key` is random and names it in links, which name no tenant. `result` says why there are no bytes: it came too late, or
 * could not be drawn.
 */
export const alertImage = pgTable(
  "alert_image",
  {
    tenant: text("tenant").notNull(),
    incident: text("incident").notNull(),
    key: text("key").notNull(),
    result: text("result", { enum: ["made", "late", "failed"] }).notNull(),
    alt: text("alt").notNull().default(""),
    png: bytea("png"),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.incident] }),
    uniqueIndex("alert_image_key").on(table.key),
    index("alert_image_age").on(table.createdAt),
  ],
);
