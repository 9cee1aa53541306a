import { doublePrecision, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * metricAssumption: what a person stated that figures are computed with, from an instant on; never overwritten by what is stated for a later
 * one, so past figures stay still. `client` '' = every client without its own; `currency` '' = not in money.
 */
export const metricAssumption = pgTable(
  "metric_assumption",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull().default(""),
    name: text("name").notNull(),
    effectiveAt: timestamp("effective_at", { withTimezone: true }).notNull(),
    low: doublePrecision("low").notNull(),
    high: doublePrecision("high").notNull(),
    currency: text("currency").notNull().default(""),
    note: text("note").notNull().default(""),
    author: text("author").notNull(),
    statedAt: timestamp("stated_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.name, table.effectiveAt] })],
);

/** retailCalendar: how a tenant (`client` '') or one of its clients divides the year into weeks, months and quarters. */
export const retailCalendar = pgTable(
  "retail_calendar",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull().default(""),
    firstMonth: integer("first_month").notNull(),
    firstWeekday: integer("first_weekday").notNull(),
    pattern: text("pattern", { enum: ["4-4-5", "4-5-4", "5-4-4"] }).notNull(),
    yearStart: text("year_start", { enum: ["NEAREST", "ON_OR_BEFORE"] }).notNull(),
    author: text("author").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client] })],
);

/**
 * frozenFigure: an answer as it was when somebody froze it, never changed afterwards. `question` and `answer` are JSON texts, kept to the byte so that
 * `hash` (SHA-256 of `answer`, in hexadecimal) can be verified; `limits` is the scope in which it was computed.
 */
export const frozenFigure = pgTable(
  "frozen_figure",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    hash: text("hash").notNull(),
    limits: text("limits").notNull(),
    asOf: timestamp("as_of", { withTimezone: true }).notNull(),
    frozenBy: text("frozen_by").notNull(),
    frozenAt: timestamp("frozen_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("frozen_figure_by_time").on(table.tenant, table.frozenAt),
  ],
);
