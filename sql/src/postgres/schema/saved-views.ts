import { pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import { person } from "./identity.js";

/** savedView: an address of the pages that a person gave a name; nobody else sees it. `address` is path and query within the product. */
export const savedView = pgTable(
  "saved_view",
  {
    tenant: text("tenant").notNull(),
    person: text("person")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    title: text("title").notNull(),
    address: text("address").notNull(),
    savedAt: timestamp("saved_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.person, table.id] }),
    unique("saved_view_title").on(table.tenant, table.person, table.title),
  ],
);
