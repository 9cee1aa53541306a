import { bigint, boolean, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { PlannedPage } from "../../replays/planned-page.js";
import type { ReplayCursor } from "../../replays/replay-cursor.js";
import { REPLAY_STATES, REPLAY_TIMES, REPLAY_WHATS } from "../../replays/replay-words.js";

/**
 * replay: what administrators asked to be put through the pipeline again; queue and log in one. `clients`, `sources` and `reasons`
 * null = all. The worker that holds it is `claimedBy` until `claimedUntil`; who waits longest comes first (`waitingSince`).
 * `cursor` is where the next page begins, `planned` the page that was begun.
 */
export const replay = pgTable(
  "replay",
  {
    id: text("id").primaryKey(),
    tenant: text("tenant").notNull(),
    what: text("what", { enum: REPLAY_WHATS }).notNull(),
    by: text("by", { enum: REPLAY_TIMES }).notNull(),
    from: timestamp("from", { withTimezone: true }),
    to: timestamp("to", { withTimezone: true }),
    clients: jsonb("clients").$type<string[]>(),
    sources: jsonb("sources").$type<string[]>(),
    reasons: jsonb("reasons").$type<string[]>(),
    isBackfill: boolean("is_backfill").notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: timestamp("requested_at", { withTimezone: true }).notNull(),
    state: text("state", { enum: REPLAY_STATES }).notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    waitingSince: timestamp("waiting_since", { withTimezone: true }).notNull(),
    claimedBy: text("claimed_by"),
    claimedUntil: timestamp("claimed_until", { withTimezone: true }),
    cursor: jsonb("cursor").$type<ReplayCursor>(),
    planned: jsonb("planned").$type<PlannedPage>(),
    read: bigint("read", { mode: "number" }).notNull().default(0),
    accepted: bigint("accepted", { mode: "number" }).notNull().default(0),
    duplicates: bigint("duplicates", { mode: "number" }).notNull().default(0),
    rejected: bigint("rejected", { mode: "number" }).notNull().default(0),
    error: text("error"),
  },
  (table) => [
    index("replay_state").on(table.state, table.waitingSince),
    index("replay_tenant").on(table.tenant, table.requestedAt),
  ],
);
