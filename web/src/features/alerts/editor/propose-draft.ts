import { readLevels, readText, type RuleDraft } from "../definition/rule-draft.js";

/** What every kind has; everything else belongs to one kind and goes when the kind changes. */
const common = [
  ...["id", "title", "summary", "description", "runbook", "isEnabled", "owner", "labels", "groupBy", "filter"],
  ...["intervalSeconds", "delaySeconds", "forSeconds", "keepFiringSeconds", "newGroupDelaySeconds"],
  ...["noData", "noDataKeepSeconds", "noDataResolveAfterSeconds"],
];

const summaries: Readonly<Record<string, string>> = {
  threshold: "{{title}}: {{value}}, past {{threshold}}",
  change: "{{title}}: changed by {{value}}",
  burn: "{{title}}: {{value}} of promises are broken, more than {{threshold}}",
  freshness: "{{title}}: nothing for {{value}}, more than {{threshold}}",
  anomaly: "{{title}}: {{metric}} is not what was expected",
  readiness: "{{change}} starts soon: {{value}} gates are not green",
  obligations: "{{title}}: {{value}}, past {{threshold}}",
  no_data: "{{title}}: nothing in {{window}}",
};

const levels = { levels: [{ severity: "warning" }] };

/** What a new rule of a kind begins with; thresholds are left to whoever knows them. */
const beginnings: Readonly<Record<string, RuleDraft>> = {
  threshold: { windowSeconds: 300, op: ">", ...levels },
  change: { windowSeconds: 3_600, againstSeconds: 604_800, as: "relative", op: "<", ...levels },
  burn: { metric: "sla_attainment", objective: 0.99, periodDays: 30, minBadEvents: 3, minWindowCoverage: 0.5 },
  freshness: levels,
  anomaly: { severity: "warning", metrics: [], leastSeverity: "medium" },
  readiness: { severity: "critical", withinHours: 24 },
  obligations: { state: "overdue", by: "count", op: ">", ...levels },
  no_data: { severity: "critical", windowSeconds: 3_600, usualSeconds: 604_800 },
};

/** proposeDraft begins a rule of a kind with the usual durations; a kind nobody knows begins as a threshold. */
export function proposeDraft(kind: string, metric: string): RuleDraft {
  const known = kind in beginnings ? kind : "threshold";
  const { metric: usual, ...more } = beginnings[known] ?? {};
  const watched = metric !== "" && hasMetric(known) ? metric : usual;
  return {
    ...{ id: "", kind: known, title: "", summary: summaries[known] ?? "", description: "", runbook: "" },
    ...(watched === undefined ? {} : { metric: watched }),
    ...{ groupBy: ["client"], ...more, intervalSeconds: 60, delaySeconds: 60, noData: "keep" },
  };
}

/** changeKind makes a rule one of another kind: what all kinds have is kept, what the new one needs is proposed. */
export function changeKind(draft: RuleDraft, kind: string): RuleDraft {
  const kept = Object.entries(draft).filter(([name]) => common.includes(name));
  const proposed = proposeDraft(kind, readText(draft, "metric"));
  const written = readText(draft, "summary");
  const isProposed = written === "" || Object.values(summaries).includes(written);
  const words = isProposed ? { summary: proposed["summary"] } : {};
  const severities = readLevels(draft).map(({ severity }) => severity);
  return { ...proposed, ...Object.fromEntries(kept), ...words, ...keepSeverities(proposed, severities) };
}

/** copyDraft begins a new rule from another one. */
export function copyDraft(draft: RuleDraft): RuleDraft {
  return { ...draft, id: `${readText(draft, "id")}-copy`, title: `${readText(draft, "title")} (copy)` };
}

/** proposeId makes an id of a title: lower-case words joined by hyphens. */
export function proposeId(title: string): string {
  const plain = title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
}

/** proposeRecovery gives the value 10 % on the good side of a threshold; null where a comparison has none. */
export function proposeRecovery(op: string, threshold: number): number | null {
  if (op === "==" || op === "!=") return null;
  const isAbove = op.startsWith(">");
  const inside = threshold - (isAbove ? 1 : -1) * Math.abs(threshold) * 0.1;
  return Number(inside.toPrecision(12));
}

/** hasMetric tells whether rules of a kind name one metric. */
export function hasMetric(kind: string): boolean {
  return ["threshold", "change", "burn", "no_data"].includes(kind);
}

function keepSeverities(proposed: RuleDraft, severities: readonly string[]): RuleDraft {
  if (!Array.isArray(proposed["levels"]) || severities.length === 0) return {};
  const first: unknown = proposed["levels"][0];
  return { levels: severities.map((severity) => ({ ...(typeof first === "object" ? first : {}), severity })) };
}
