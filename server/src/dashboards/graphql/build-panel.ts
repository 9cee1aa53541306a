import type { Panel, PanelFilter as DeclaredFilter } from "@watchfloor/dashboards";
import type { DashboardPanel, PanelMetric } from "./dashboard-panel.type.js";
import type { PanelFilter } from "./panel-filter.type.js";
import { toWord } from "./to-word.js";

const NOTHING = {
  ...{ metrics: [], groupBy: [], period: null, orderBy: null, order: null, limit: null, target: null, targets: [] },
  ...{ hasPolicyTargets: false, minimumSample: null, isBars: false, hasSpark: false, drivers: [], annotations: [] },
  ...{ opens: null, text: null, states: [], runOrder: null, side: null },
};

/** buildPanel shows one panel of a definition with the fields of every kind. */
export function buildPanel(panel: Panel): DashboardPanel {
  const { id, kind, title, note, span, filter } = panel;
  const every = { id, kind: toWord(kind), title, note: note ?? null, span, filter: buildFilter(filter) };
  return { ...NOTHING, ...every, ...buildOwn(panel) };
}

function buildOwn(panel: Panel): Partial<DashboardPanel> {
  switch (panel.kind) {
    case "kpi":
      return {
        metrics: [buildMetric(panel)],
        target: panel.target ?? null,
        hasSpark: panel.spark,
        drivers: panel.drivers.map(toWord),
      };
    case "time-series":
      return {
        metrics: panel.metrics.map((metric) => buildMetric({ metric })),
        groupBy: panel.groupBy === undefined ? [] : [toWord(panel.groupBy)],
        ...{ limit: panel.limit, isBars: panel.draw === "bars", target: panel.target ?? null },
        annotations: panel.annotations.map(toWord),
      };
    case "bar":
    case "ranking":
    case "pareto":
      return buildGrouped(panel);
    case "heat-table":
      return buildHeat(panel);
    case "table":
      return {
        metrics: panel.columns.map(buildMetric),
        groupBy: panel.groupBy.map(toWord),
        ...{ orderBy: panel.orderBy ?? null, order: toWord(panel.order), limit: panel.limit },
        opens: panel.opens === undefined ? null : toWord(panel.opens),
      };
    case "funnel":
      return { metrics: panel.stages.map(buildMetric) };
    default:
      return buildList(panel);
  }
}

function buildList(panel: Panel): Partial<DashboardPanel> {
  switch (panel.kind) {
    case "drivers":
      return { metrics: [buildMetric(panel)], drivers: panel.dimensions.map(toWord) };
    case "evidence":
      return { metrics: [buildMetric(panel)], side: toWord(panel.side), limit: panel.limit };
    case "peers":
      return { metrics: [buildMetric(panel)], groupBy: ["STORE"], minimumSample: panel.minimumSample };
    case "text":
      return { text: panel.text };
    case "feeds":
      return { limit: panel.limit };
    case "runs":
      return { states: panel.states.map(toWord), runOrder: toWord(panel.order), limit: panel.limit };
    default:
      return {};
  }
}

function buildGrouped(panel: Extract<Panel, { kind: "bar" | "ranking" | "pareto" }>): Partial<DashboardPanel> {
  const shown = { metrics: [buildMetric(panel)], groupBy: [toWord(panel.groupBy)], limit: panel.limit };
  if (panel.kind === "pareto") return { ...shown, order: "LARGEST" };
  const opened = {
    ...shown,
    order: toWord(panel.order),
    opens: panel.opens === undefined ? null : toWord(panel.opens),
  };
  if (panel.kind === "bar") return opened;
  return { ...opened, minimumSample: panel.minimumSample, target: panel.target ?? null };
}

function buildHeat(panel: Extract<Panel, { kind: "heat-table" }>): Partial<DashboardPanel> {
  const { columns, target } = panel;
  const isPeriod = typeof columns === "string";
  return {
    metrics: [buildMetric(panel)],
    groupBy: isPeriod ? [toWord(panel.rows)] : [toWord(panel.rows), toWord(columns.dimension)],
    period: isPeriod ? toWord(columns) : null,
    limit: panel.limit,
    target: typeof target === "number" ? target : null,
    targets: typeof target === "object" ? Object.entries(target).map(([id, value]) => ({ id, value })) : [],
    hasPolicyTargets: target === "policies",
  };
}

function buildMetric(declared: {
  metric: string;
  title?: string | undefined;
  target?: unknown;
  change?: boolean;
  filter?: DeclaredFilter | undefined;
  stages?: never;
}): PanelMetric {
  const { metric, title, target, change, filter } = declared;
  return {
    metric,
    title: title ?? null,
    target: typeof target === "number" ? target : null,
    change: change ?? false,
    filter: buildFilter(filter),
  };
}

function buildFilter(filter: DeclaredFilter | undefined): PanelFilter | null {
  if (filter === undefined) return null;
  return {
    clients: filter.clients ?? null,
    brands: filter.brands ?? null,
    regions: filter.regions ?? null,
    stores: filter.stores ?? null,
    channels: filter.channels ?? null,
    partners: filter.partners ?? null,
    workflows: filter.workflows ?? null,
    steps: filter.steps ?? null,
    sources: filter.sources ?? null,
    measures: filter.measures ?? null,
    outcomes: filter.outcomes ?? null,
    errorClasses: filter.errorClasses ?? null,
    exceptionClasses: filter.exceptionClasses ?? null,
  };
}
