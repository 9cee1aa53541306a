import type { CatalogMetric } from "../../../metrics/catalog-query.js";
import { readText, type RuleDraft } from "./rule-draft.js";

/** Which metric says how much is late. */
const obligations: Readonly<Record<string, string>> = {
  "overdue count": "sla_overdue",
  "at_risk count": "sla_at_risk",
};

/** metricOf gives the id of the metric whose values a rule compares, "" when it compares none. */
export function metricOf(draft: RuleDraft): string {
  switch (readText(draft, "kind")) {
    case "freshness":
      return "feed_freshness";
    case "obligations":
      return obligations[`${readText(draft, "state")} ${readText(draft, "by")}`] ?? "money_at_risk";
    case "anomaly":
    case "readiness":
      return "";
    case "burn":
      return readText(draft, "metric") || "sla_attainment";
    default:
      return readText(draft, "metric");
  }
}

/** measureOf gives the unit of the values that a rule compares: "ratio", "seconds", "count", ... */
export function measureOf(draft: RuleDraft, catalog: readonly Pick<CatalogMetric, "id" | "unit">[]): string {
  const kind = readText(draft, "kind");
  if (kind === "burn") return "ratio";
  if (kind === "no_data" || kind === "readiness") return "count";
  if (kind === "anomaly") return "score";
  if (kind === "change" && readText(draft, "as") !== "absolute") return "ratio";
  return catalog.find(({ id }) => id === metricOf(draft))?.unit ?? "count";
}
