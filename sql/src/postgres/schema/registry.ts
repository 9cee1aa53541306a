import type { DeclaredStep } from "../../registry/declared-step.js";
import { OUT_OF_SEQUENCE_POLICIES } from "../../registry/out-of-sequence-policy.js";
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** tenant: the organisation whose workspace this is; the isolation boundary and first part of every key. */
export const tenant = pgTable("tenant", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  isDemo: boolean("is_demo").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

/** client: a retailer served by the tenant. `isDiscovered` = learned from an event, not declared by a person. */
export const client = pgTable(
  "client",
  {
    tenant: text("tenant").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    timeZone: text("time_zone"),
    currency: text("currency"),
    isDiscovered: boolean("is_discovered").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

export const region = pgTable(
  "region",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.id] })],
);

/** store: its region is the registry's; scope by region is resolved here, never from an event's own words. */
export const store = pgTable(
  "store",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    region: text("region").notNull().default(""),
    brand: text("brand").notNull().default(""),
    /** When it is open; '' = always. */
    calendar: text("calendar").notNull().default(""),
    timeZone: text("time_zone"),
    isDiscovered: boolean("is_discovered").notNull().default(false),
    /** It was closed for good, or for a while: nothing is expected of it. */
    isDisabled: boolean("is_disabled").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.id] })],
);

export const channel = pgTable(
  "channel",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    isDiscovered: boolean("is_discovered").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.id] })],
);

/** partner: a client's trading partner. `kind` is reseller, marketplace or supplier. */
export const partner = pgTable(
  "partner",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    kind: text("kind").notNull().default("reseller"),
    isDiscovered: boolean("is_discovered").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.id] })],
);

/**
 * workflow: `limitSeconds` is what people expect a run to take, for display beside the measured percentile; `outOfSequence` is what
 * becomes of versions of its entities that come after newer ones (null = apply). `steps` are what a run should do, in order (null = nobody said).
 */
export const workflow = pgTable(
  "workflow",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    limitSeconds: integer("limit_seconds"),
    outOfSequence: text("out_of_sequence", { enum: OUT_OF_SEQUENCE_POLICIES }),
    steps: jsonb("steps").$type<readonly DeclaredStep[]>(),
    isDiscovered: boolean("is_discovered").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.client, table.id] })],
);

/** declaredFeed: a stream of events a person expects, with its cadence; '' where a dimension does not apply. */
export const declaredFeed = pgTable(
  "declared_feed",
  {
    tenant: text("tenant").notNull(),
    client: text("client").notNull(),
    source: text("source").notNull(),
    store: text("store").notNull().default(""),
    channel: text("channel").notNull().default(""),
    partner: text("partner").notNull().default(""),
    cadenceSeconds: integer("cadence_seconds").notNull(),
    /** When it is expected; '' = while its store is open. */
    calendar: text("calendar").notNull().default(""),
    declaredAt: timestamp("declared_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.client, table.source, table.store, table.channel, table.partner] }),
  ],
);
