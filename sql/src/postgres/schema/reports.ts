import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { REPORT_STATES } from "../../reports/report-words.js";
import { bytea } from "./bytea.js";

/**
 * report: what was asked to be written about one client and period; queue and archive in one. `limits` (JSON) and `role` are those of whoever
 * asked, narrowed to the client: it is made within them and read by whoever sees all of them. The worker that holds it is `claimedBy` until
 * `claimedUntil`; `attempts` counts claims. `figures` are the frozen figures behind its numbers.
 */
export const report = pgTable(
  "report",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    client: text("client").notNull(),
    /** What the period is called, such as 2026-Q3; '' = it is told by its bounds. */
    period: text("period").notNull().default(""),
    from: timestamp("from", { withTimezone: true }).notNull(),
    to: timestamp("to", { withTimezone: true }).notNull(),
    timeZone: text("time_zone").notNull(),
    calendar: text("calendar", { enum: ["GREGORIAN", "RETAIL"] }).notNull(),
    formats: jsonb("formats").$type<string[]>().notNull(),
    limits: text("limits").notNull(),
    role: text("role").notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: timestamp("requested_at", { withTimezone: true }).notNull(),
    state: text("state", { enum: REPORT_STATES }).notNull(),
    progress: doublePrecision("progress").notNull().default(0),
    step: text("step").notNull().default(""),
    attempts: integer("attempts").notNull().default(0),
    claimedBy: text("claimed_by"),
    claimedUntil: timestamp("claimed_until", { withTimezone: true }),
    startedAt: timestamp("started_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    asOf: timestamp("as_of", { withTimezone: true }),
    error: text("error"),
    figures: jsonb("figures").$type<string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.id] }),
    index("report_state").on(table.state, table.requestedAt),
    index("report_by_time").on(table.tenant, table.requestedAt),
  ],
);

/** reportFile: a report as it was written, never changed afterwards; `sha256` of `bytes`, in hexadecimal. */
export const reportFile = pgTable(
  "report_file",
  {
    tenant: text("tenant").notNull(),
    report: text("report").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.report, table.name] })],
);
