import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** person: who signs in; a person belongs to the installation, what they may do in a tenant is `person_grant`. Emails are stored in lower case. */
export const person = pgTable(
  "person",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [check("person_email_lower_case", sql`${table.email} = lower(${table.email})`)],
);

const personId = () =>
  text("user_id")
    .notNull()
    .references(() => person.id, { onDelete: "cascade" });

/** session: one sign-in of a person to exactly one tenant, ended by sign-out or by `expiresAt`. The cookie carries the token with a signature, so a reader of this table cannot sign in. */
export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    userId: personId(),
    tenant: text("tenant").notNull(),
    token: text("token").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("session_user_id").on(table.userId)],
);

/** account: a way in for a person: `credential` with a slow password hash now, a single sign-on provider later. */
export const account = pgTable(
  "account",
  {
    id: text("id").primaryKey(),
    userId: personId(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("account_user_id").on(table.userId),
    unique("account_provider").on(table.providerId, table.accountId),
  ],
);

/** verification: short-lived proofs the sign-in library hands out (changed address, forgotten password). */
export const verification = pgTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

/**
 * grant: what a person may do and see in a tenant. `scope` limits each dimension (clients, regions, stores, channels,
 * partners) to a list of ids; a missing dimension is unlimited within the tenant. One person has one grant a tenant.
 * `isDemo` marks people made by the demo installation; a grant with `disabledAt` opens nothing.
 */
export const grant = pgTable(
  "person_grant",
  {
    userId: personId(),
    tenant: text("tenant").notNull(),
    role: text("role", {
      enum: ["administrator", "executive", "operations", "store_manager", "analyst", "viewer", "auditor"],
    }).notNull(),
    scope: jsonb("scope").$type<Record<string, string[]>>().notNull().default({}),
    isDemo: boolean("is_demo").notNull().default(false),
    disabledAt: instant("disabled_at"),
  },
  (table) => [primaryKey({ columns: [table.userId, table.tenant] }), index("person_grant_tenant").on(table.tenant)],
);

/** signInAttempt: counters of the sign-in rate limit, shared by all replicas. `key` is a hash of address or email; `expire` null = never. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expire: instant("expire"),
  },
  (table) => [index("sign_in_attempt_expire").on(table.expire)],
);
