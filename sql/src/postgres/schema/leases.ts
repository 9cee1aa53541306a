import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** lease: which process does a piece of work that one process at a time should do, and until when it has it for itself. */
export const lease = pgTable("lease", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  until: timestamp("until", { withTimezone: true }).notNull(),
});
