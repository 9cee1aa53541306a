import { findMetric } from "../../metrics/metric-catalog.js";
import type { AnomalyFilter } from "./anomaly-filter.js";
import { readAnomalyCursor, type AnomalyCursor } from "./anomaly-cursor.js";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;
const MAX_IDS = 1_000;
const OFFERED = new Set([
  ...["clients", "stores", "channels", "partners", "regions", "workflows", "sources", "measures"],
]);

/** AnomalyQuestion is a checked request for a page of anomalies: those that were going on at any time of the range. */
export interface AnomalyQuestion {
  readonly filter: AnomalyFilter;
  readonly from: Date;
  readonly to: Date;
  readonly first: number;
  readonly after: AnomalyCursor | undefined;
}

/** AnomalyRefusal says which argument is at fault and what to send instead. */
export interface AnomalyRefusal {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** checkAnomalyQuestion checks a request for anomalies and fills in what it leaves open: 50 of the last 7 days. */
export function checkAnomalyQuestion(
  request: { filter: AnomalyFilter; first?: number | null | undefined; after?: string | null | undefined },
  now: Date,
): { question: AnomalyQuestion } | { refusal: AnomalyRefusal } {
  const { filter } = request;
  const first = request.first ?? DEFAULT_FIRST;
  const to = filter.to ?? now;
  const from = filter.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS);
  const after = request.after == null ? undefined : readAnomalyCursor(request.after);
  if (first < 1 || first > MAX_FIRST)
    return refuse("first", `first is ${first}.`, `Ask for 1 to ${MAX_FIRST} anomalies and page on with after.`);
  if (from >= to)
    return refuse("filter.from", "from is not before to.", "Ranges are half-open: send a from earlier than to.");
  if (request.after != null && after === undefined)
    return refuse("after", "after is not a cursor of this list.", "Send the endCursor of the page before.");
  return checkLists(filter) ?? { question: { filter, from, to, first, after } };
}

function checkLists({ metrics, scope }: AnomalyFilter): { refusal: AnomalyRefusal } | undefined {
  const unknown = (metrics ?? []).find((id) => findMetric(id) === undefined);
  if (unknown !== undefined)
    return refuse(
      "filter.metrics",
      `There is no metric "${unknown}".`,
      "Ask `metricCatalog { id }` for those there are.",
    );
  for (const [name, ids] of Object.entries(scope ?? {})) {
    if (ids == null) continue;
    if (!OFFERED.has(name))
      return refuse(
        `filter.scope.${name}`,
        `Anomalies cannot be filtered by ${name}.`,
        `Use ${[...OFFERED].join(", ")}.`,
      );
    if (Array.isArray(ids) && ids.length > MAX_IDS)
      return refuse(`filter.scope.${name}`, `${ids.length} ids were given.`, `Give at most ${MAX_IDS}.`);
  }
  return undefined;
}

function refuse(field: string, message: string, remedy: string): { refusal: AnomalyRefusal } {
  return { refusal: { field, message, remedy } };
}
