import type { DashboardKnowledge } from "@watchfloor/dashboards";
import { findMetric } from "../metrics/metric-catalog.js";
import { DIMENSIONS } from "../metrics/metric-words.js";

/** DASHBOARD_KNOWLEDGE is what definitions are checked against: the catalogue of metrics. */
export const DASHBOARD_KNOWLEDGE: DashboardKnowledge = {
  dimensions: DIMENSIONS.map((dimension) => dimension.toLowerCase()),
  findDimensions: (id) => findMetric(id)?.dimensions.map((dimension) => dimension.toLowerCase()),
};
