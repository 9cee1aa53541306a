import { date, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** StoredHours is one opening of a day: local times as "HH:MM"; a `to` that is not after `from` is on the next day, "24:00" is midnight. */
export interface StoredHours {
  readonly from: string;
  readonly to: string;
}

/** calendar: when something is open. `week` holds the openings of Monday to Sunday; a gap between two openings of a day is a break. */
export const calendar = pgTable(
  "calendar",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    timeZone: text("time_zone").notNull(),
    week: jsonb("week").$type<StoredHours[][]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

/** calendarException: a local date with other hours than its weekday; no hours = closed. */
export const calendarException = pgTable(
  "calendar_exception",
  {
    tenant: text("tenant").notNull(),
    calendar: text("calendar").notNull(),
    date: date("date").notNull(),
    title: text("title").notNull().default(""),
    hours: jsonb("hours").$type<StoredHours[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.calendar, table.date] })],
);
