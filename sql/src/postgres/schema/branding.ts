import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * branding: what a tenant calls the product and how it looks. Pictures are data URLs that were checked before; '' = none. `host` is the name
 * under which its sign-in page is served, '' = no host of its own.
 */
export const branding = pgTable(
  "branding",
  {
    tenant: text("tenant").primaryKey(),
    productName: text("product_name").notNull(),
    signInWords: text("sign_in_words").notNull().default(""),
    senderName: text("sender_name").notNull().default(""),
    colour: text("colour").notNull(),
    colourDark: text("colour_dark").notNull(),
    logo: text("logo").notNull().default(""),
    icon: text("icon").notNull().default(""),
    host: text("host").notNull().default(""),
    savedBy: text("saved_by").notNull(),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("branding_host").on(table.host)],
);
