import type { Door } from "../door.js";
import { mapMetrics } from "./map/map-metrics.js";
import { openSignalDoor } from "./open-signal-door.js";

/** openMetricsDoor takes data points at `POST /v1/metrics`: their numbers are measures (CONTRACT 2.3). */
export const openMetricsDoor: Door = (app, parts) =>
  openSignalDoor(app, parts, {
    name: "metrics",
    request: "MetricsRequest",
    response: "MetricsResponse",
    items: [[1], [2], [2], [5, 7, 9, 10, 11], [1]],
    rejectedField: "rejectedDataPoints",
    itemTitle: "data points",
    ignoredRemedy: "they hold no value.",
    map: mapMetrics,
  });
