import type { Panel } from "./panel.js";

/** MetricUse is one place of a panel where a metric stands, and what the panel groups it by. */
export interface MetricUse {
  readonly metric: string;
  readonly path: readonly (string | number)[];
  readonly groupBy: readonly { readonly dimension: string; readonly path: readonly (string | number)[] }[];
}

type Path = readonly (string | number)[];

/** listPanelMetrics lists the metrics a panel asks for, each with its place in the panel. */
export function listPanelMetrics(panel: Panel): readonly MetricUse[] {
  switch (panel.kind) {
    case "kpi":
      return [use(panel.metric, ["metric"], listAt(panel.drivers, ["drivers"]))];
    case "drivers":
      return [use(panel.metric, ["metric"], listAt(panel.dimensions, ["dimensions"]))];
    case "time-series":
      return panel.metrics.map((metric, index) => use(metric, ["metrics", index], oneAt(panel.groupBy, ["groupBy"])));
    case "bar":
    case "ranking":
    case "pareto":
      return [use(panel.metric, ["metric"], oneAt(panel.groupBy, ["groupBy"]))];
    case "heat-table":
      return [use(panel.metric, ["metric"], listHeatDimensions(panel))];
    case "table":
      return [
        ...panel.columns.map(({ metric }, index) =>
          use(metric, ["columns", index, "metric"], listAt(panel.groupBy, ["groupBy"])),
        ),
        ...(panel.orderBy === undefined ? [] : [use(panel.orderBy, ["orderBy"], [])]),
      ];
    case "funnel":
      return panel.stages.map(({ metric }, index) => use(metric, ["stages", index, "metric"], []));
    case "peers":
      return [use(panel.metric, ["metric"], [{ dimension: "store", path: ["metric"] }])];
    case "evidence":
      return [use(panel.metric, ["metric"], [])];
    default:
      return [];
  }
}

function listHeatDimensions({ rows, columns }: Extract<Panel, { kind: "heat-table" }>): MetricUse["groupBy"] {
  const second = typeof columns === "object" ? columns.dimension : undefined;
  return [...oneAt(rows, ["rows"]), ...oneAt(second, ["columns", "dimension"])];
}

function use(metric: string, path: Path, groupBy: MetricUse["groupBy"]): MetricUse {
  return { metric, path, groupBy };
}

function oneAt(dimension: string | undefined, path: Path): MetricUse["groupBy"] {
  return dimension === undefined ? [] : [{ dimension, path }];
}

function listAt(dimensions: readonly string[], path: Path): MetricUse["groupBy"] {
  return dimensions.map((dimension, index) => ({ dimension, path: [...path, index] }));
}
