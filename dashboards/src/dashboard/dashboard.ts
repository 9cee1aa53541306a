import { z } from "zod";
import { panelSchema } from "./panel.js";

/** AUDIENCES: whom a dashboard is for. */
export const AUDIENCES = [
  "operations",
  "executive",
  "service-provider",
  "store",
  "channel",
  "partner",
  "everyone",
] as const;

/** VARIABLES: what of the network a page may be narrowed to by its address. */
export const VARIABLES = ["client", "region", "store", "channel", "partner", "workflow"] as const;

/** RANGES: over which time a page looks while its address says nothing; `fiscal-` ones follow the retail calendar. */
export const RANGES = [
  ...(["1h", "6h", "24h", "7d", "30d", "90d"] as const),
  ...(["month", "last-month", "quarter", "last-quarter", "year", "last-year"] as const),
  ...(["fiscal-month", "fiscal-last-month", "fiscal-quarter", "fiscal-last-quarter"] as const),
  ...(["fiscal-year", "fiscal-last-year"] as const),
] as const;

/** COMPARED: what figures are compared with while the address says nothing. */
export const COMPARED = ["previous", "last-year", "both", "none"] as const;

/** HEADLINES: what the first line of a page says beside its title. */
export const HEADLINES = ["title", "needs", "kpis", "place"] as const;

const variable = z.union([
  z.enum(VARIABLES).transform((name) => ({ name, isRequired: false })),
  z
    .strictObject({ name: z.enum(VARIABLES), required: z.boolean().default(false) })
    .transform(({ name, required }) => ({ name, isRequired: required })),
]);

/** dashboardSchema describes a `*.dashboard.yaml`. */
export const dashboardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be lower-case words joined by hyphens"),
  title: z.string().trim().min(1).max(120),
  description: z.string().max(400).default(""),
  audience: z.enum(AUDIENCES).default("everyone"),
  /** Who sees one that a person made: colleagues who see all that its author sees, or everyone of the tenant. */
  share: z.enum(["colleagues", "everyone"]).default("colleagues"),
  headline: z.enum(HEADLINES).default("title"),
  variables: z.array(variable).max(VARIABLES.length).default([]),
  range: z.enum(RANGES).default("24h"),
  compare: z.enum(COMPARED).default("previous"),
  panels: z.array(panelSchema).min(1).max(40),
});

/** Dashboard is one definition as read. */
export type Dashboard = z.infer<typeof dashboardSchema>;
