import { z } from "zod";
import { panelFilterSchema } from "./panel-filter.js";
import { ANNOTATION_KINDS, HEAT_COLUMNS, PANEL_ORDERS, PANEL_PAGES, SPANS } from "./panel-words.js";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be lower-case words joined by hyphens");
const metric = z.string().min(1).max(64);
const dimension = z.string().min(1).max(64);
const order = z.enum(PANEL_ORDERS);
const limit = (most: number) => z.number().int().min(1).max(most);
const target = z.number().finite();

const every = {
  id,
  title: z.string().min(1).max(120),
  note: z.string().max(200).optional(),
  span: z.literal(SPANS).default(12),
  filter: panelFilterSchema.optional(),
};

/** What a figure of a table says: the metric, the head of its column and what it should reach. */
const column = z.strictObject({
  metric,
  title: z.string().min(1).max(60).optional(),
  target: target.optional(),
  change: z.boolean().default(false),
});

const PANELS = {
  kpi: {
    metric,
    target: target.optional(),
    spark: z.boolean().default(true),
    drivers: z.array(dimension).max(3).default([]),
  },
  "time-series": {
    metrics: z.array(metric).min(1).max(4),
    groupBy: dimension.optional(),
    limit: limit(8).default(5),
    draw: z.enum(["line", "bars"]).default("line"),
    target: target.optional(),
    annotations: z.array(z.enum(ANNOTATION_KINDS)).default([...ANNOTATION_KINDS]),
  },
  bar: {
    metric,
    groupBy: dimension,
    order: order.default("largest"),
    limit: limit(30).default(10),
    opens: z.enum(PANEL_PAGES).optional(),
  },
  "heat-table": {
    metric,
    rows: dimension,
    columns: z.union([z.enum(HEAT_COLUMNS), z.strictObject({ dimension })]),
    target: z.union([target, z.literal("policies"), z.record(z.string().min(1), target)]).optional(),
    limit: limit(50).default(20),
  },
  ranking: {
    metric,
    groupBy: dimension,
    order: order.default("worst"),
    minimumSample: z.number().int().min(1).max(100_000).default(30),
    target: target.optional(),
    limit: limit(100).default(20),
    opens: z.enum(PANEL_PAGES).optional(),
  },
  table: {
    groupBy: z.array(dimension).min(1).max(2),
    columns: z.array(column).min(1).max(10),
    orderBy: metric.optional(),
    order: order.default("largest"),
    limit: limit(200).default(30),
    opens: z.enum(PANEL_PAGES).optional(),
  },
  pareto: { metric, groupBy: dimension, limit: limit(30).default(12) },
  funnel: {
    stages: z
      .array(z.strictObject({ title: z.string().min(1).max(60), metric, filter: panelFilterSchema.optional() }))
      .min(2)
      .max(8),
  },
  drivers: { metric, dimensions: z.array(dimension).min(1).max(4) },
  evidence: { metric, side: z.enum(["numerator", "denominator"]).default("numerator"), limit: limit(100).default(20) },
  peers: { metric, minimumSample: z.number().int().min(1).max(100_000).default(30) },
  text: { text: z.string().min(1).max(4000) },
  needs: {},
  workflows: {},
  "store-wall": {},
  "store-list": {},
  "store-figures": {},
  trend: {},
  exceptions: {},
  alerts: {},
  feeds: { limit: limit(200).default(50) },
  runs: {
    states: z.array(z.enum(["open", "at_risk", "overdue", "finished"])).default([]),
    order: z.enum(["newest", "oldest_due", "money"]).default("newest"),
    limit: limit(100).default(20),
  },
} as const;

/** PANEL_KINDS are the ways to show something, each with its own fields. */
export const PANEL_KINDS = Object.keys(PANELS) as readonly (keyof typeof PANELS)[];

const { kpi, bar, ranking, table, pareto, funnel, drivers, evidence, peers, text, needs, workflows, trend } = PANELS;
const { exceptions, alerts, feeds, runs } = PANELS;

/** panelSchema describes one panel; each kind has its own fields, and a field of another kind is a fault. */
export const panelSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("kpi"), ...every, ...kpi }),
    z.strictObject({ kind: z.literal("time-series"), ...every, ...PANELS["time-series"] }),
    z.strictObject({ kind: z.literal("bar"), ...every, ...bar }),
    z.strictObject({ kind: z.literal("heat-table"), ...every, ...PANELS["heat-table"] }),
    z.strictObject({ kind: z.literal("ranking"), ...every, ...ranking }),
    z.strictObject({ kind: z.literal("table"), ...every, ...table }),
    z.strictObject({ kind: z.literal("pareto"), ...every, ...pareto }),
    z.strictObject({ kind: z.literal("funnel"), ...every, ...funnel }),
    z.strictObject({ kind: z.literal("drivers"), ...every, ...drivers }),
    z.strictObject({ kind: z.literal("evidence"), ...every, ...evidence }),
    z.strictObject({ kind: z.literal("peers"), ...every, ...peers }),
    z.strictObject({ kind: z.literal("text"), ...every, ...text }),
    z.strictObject({ kind: z.literal("needs"), ...every, ...needs }),
    z.strictObject({ kind: z.literal("workflows"), ...every, ...workflows }),
    z.strictObject({ kind: z.literal("store-wall"), ...every, ...PANELS["store-wall"] }),
    z.strictObject({ kind: z.literal("store-list"), ...every, ...PANELS["store-list"] }),
    z.strictObject({ kind: z.literal("store-figures"), ...every, ...PANELS["store-figures"] }),
    z.strictObject({ kind: z.literal("trend"), ...every, ...trend }),
    z.strictObject({ kind: z.literal("exceptions"), ...every, ...exceptions }),
    z.strictObject({ kind: z.literal("alerts"), ...every, ...alerts }),
    z.strictObject({ kind: z.literal("feeds"), ...every, ...feeds }),
    z.strictObject({ kind: z.literal("runs"), ...every, ...runs }),
  ],
  { error: () => `must have a kind: one of ${PANEL_KINDS.join(", ")}` },
);

/** Panel is one panel as read, with what was left out filled in. */
export type Panel = z.infer<typeof panelSchema>;
