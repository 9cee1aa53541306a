import { boolean, doublePrecision, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** anomalyCursor: how far a tenant was scored, and which worker holds it; whoever holds it renews `heldUntil`. */
export const anomalyCursor = pgTable("anomaly_cursor", {
  tenant: text("tenant").primaryKey(),
  /** Everything before was scored; null = nothing yet. */
  scoredTo: timestamp("scored_to", { withTimezone: true }),
  /** History that was received before is part of what was scored. */
  historySeenTo: timestamp("history_seen_to", { withTimezone: true }),
  holder: text("holder").notNull(),
  heldUntil: timestamp("held_until", { withTimezone: true }).notNull(),
});

/** anomalyBudget: how many anomalies a week each series of a class may raise, where that is not the default. */
export const anomalyBudget = pgTable(
  "anomaly_budget",
  {
    tenant: text("tenant").notNull(),
    class: text("class").notNull(),
    listPerWeek: doublePrecision("list_per_week").notNull(),
    notifyPerWeek: doublePrecision("notify_per_week").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.class] })],
);

/** anomalyThreshold: the thresholds of a class from a Monday on, and what they would have raised in the weeks they were chosen from. */
export const anomalyThreshold = pgTable(
  "anomaly_threshold",
  {
    tenant: text("tenant").notNull(),
    class: text("class").notNull(),
    effectiveFrom: timestamp("effective_from", { withTimezone: true }).notNull(),
    list: doublePrecision("list").notNull(),
    notify: doublePrecision("notify").notNull(),
    /** false = too little history: the start thresholds. */
    isLearned: boolean("is_learned").notNull(),
    seriesWeeks: doublePrecision("series_weeks").notNull(),
    /** Anomalies a series and week; null = no week was seen. */
    listPerWeek: doublePrecision("list_per_week"),
    notifyPerWeek: doublePrecision("notify_per_week"),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.class, table.effectiveFrom] }),
    index("anomaly_threshold_tenant").on(table.tenant),
  ],
);
