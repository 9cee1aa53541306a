import type { Door } from "../door.js";
import { mapTraces } from "./map/map-traces.js";
import { openSignalDoor } from "./open-signal-door.js";

/** openTracesDoor takes spans at `POST /v1/traces`: root spans are runs, others are their steps (CONTRACT 2.3). */
export const openTracesDoor: Door = (app, parts) =>
  openSignalDoor(app, parts, {
    name: "traces",
    request: "TraceRequest",
    response: "TraceResponse",
    items: [[1], [2], [2]],
    rejectedField: "rejectedSpans",
    itemTitle: "spans",
    ignoredRemedy: "",
    map: mapTraces,
  });
