import { readText, type RuleDraft } from "../definition/rule-draft.js";
import { hasMetric } from "./propose-draft.js";

const common = [
  ...["id", "title", "summary", "description", "runbook", "owner", "labels", "filter", "kind"],
  ...["intervalSeconds", "delaySeconds", "forSeconds", "keepFiringSeconds", "newGroupDelaySeconds"],
  ...["noData", "noDataKeepSeconds", "noDataResolveAfterSeconds"],
];

const ofKind: Readonly<Record<string, readonly string[]>> = {
  threshold: ["windowSeconds", "op", "levels", "minimumSample"],
  change: ["windowSeconds", "againstSeconds", "as", "op", "levels", "minimumBefore"],
  burn: ["objective", "periodDays", "minBadEvents", "minWindowCoverage"],
  freshness: ["levels"],
  anomaly: ["severity", "metrics", "leastSeverity"],
  readiness: ["severity", "withinHours"],
  obligations: ["state", "by", "op", "levels"],
  no_data: ["severity", "windowSeconds", "usualSeconds"],
};

/** isShownByForm tells whether the form has a field below which a fault can stand; others are listed above it. */
export function isShownByForm(field: string, draft: RuleDraft): boolean {
  const kind = readText(draft, "kind");
  const [first = ""] = field.split(".");
  if (first === "metric") return hasMetric(kind);
  if (first === "groupBy") return kind !== "anomaly" && kind !== "readiness";
  return common.includes(first) || (ofKind[kind]?.includes(first) ?? false);
}
