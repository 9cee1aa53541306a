import type { Door } from "../door.js";
import { mapLogs } from "./map/map-logs.js";
import { openSignalDoor } from "./open-signal-door.js";

/** openLogsDoor takes log records at `POST /v1/logs`: those with `watchfloor.exception.class` raise exceptions (CONTRACT 2.3). */
export const openLogsDoor: Door = (app, parts) =>
  openSignalDoor(app, parts, {
    name: "logs",
    request: "LogsRequest",
    response: "LogsResponse",
    items: [[1], [2], [2]],
    rejectedField: "rejectedLogRecords",
    itemTitle: "log records",
    ignoredRemedy: "only records with the attribute watchfloor.exception.class are, as exceptions.",
    map: mapLogs,
  });
