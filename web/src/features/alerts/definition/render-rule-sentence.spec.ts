import { renderRuleSentence, type RuleWords } from "./render-rule-sentence.js";
import type { RuleDraft } from "./rule-draft.js";

const words: RuleWords = {
  metrics: [
    { id: "failure_rate", title: "Failure rate", unit: "ratio" },
    { id: "runs_started", title: "Runs started", unit: "count" },
    { id: "sla_attainment", title: "SLA attainment", unit: "ratio" },
    { id: "feed_freshness", title: "Feed freshness", unit: "seconds" },
    { id: "sla_overdue", title: "Overdue", unit: "count" },
    { id: "money_at_risk", title: "Money at risk", unit: "money" },
  ],
  nameOf: (_, id) => id.toUpperCase(),
};
const two = (critical: number, warning: number) => [
  { severity: "critical", threshold: critical },
  { severity: "warning", threshold: warning },
];

it.each<[string, RuleDraft, string]>([
  [
    "a threshold",
    {
      kind: "threshold",
      metric: "failure_rate",
      windowSeconds: 900,
      op: ">",
      levels: two(0.2, 0.05),
      groupBy: ["client", "channel"],
      filter: { workflows: ["erp"] },
    },
    "Fires when the failure rate of the last 15 min is above 20 % (critical) or above 5 % (warning), only of ERP, for each client and channel.",
  ],
  [
    "a fall",
    {
      kind: "change",
      metric: "runs_started",
      windowSeconds: 3600,
      againstSeconds: 604_800,
      op: "<",
      levels: two(-0.8, -0.5),
    },
    "Fires when the runs started of the last 1 h has fallen by more than 80 % (critical) or more than 50 % (warning) against 7 d earlier.",
  ],
  [
    "a change that is neither",
    {
      kind: "change",
      metric: "runs_started",
      windowSeconds: 3600,
      againstSeconds: 86_400,
      as: "absolute",
      op: "<",
      levels: [{ severity: "info", threshold: 5 }],
    },
    "Fires when the runs started of the last 1 h has changed by less than 5 (info) against 1 d earlier.",
  ],
  [
    "a burn rate",
    { kind: "burn", objective: 0.999, periodDays: 28 },
    "Fires when the error budget of SLA attainment, 99.9 % over 28 days, is used up too fast: 2 % of it in 1 h or 5 % in 6 h (critical), 10 % in 3 days (warning).",
  ],
  [
    "silence",
    { kind: "freshness", levels: [{ severity: "critical", maxAgeSeconds: 86_400 }], groupBy: ["client", "source"] },
    "Fires when the quietest feed has said nothing for more than 1 d (critical), counted in the time in which it is open, for each client and source.",
  ],
  [
    "silence by rhythm",
    {
      kind: "freshness",
      levels: [
        { severity: "critical", cadences: 12 },
        { severity: "warning", maxAgeSeconds: "cadence" },
      ],
    },
    "Fires when the quietest feed has said nothing for more than 12 times its rhythm (critical) or 3 times its rhythm (warning), counted in the time in which it is open.",
  ],
  [
    "anomalies",
    { kind: "anomaly", severity: "info", leastSeverity: "high", metrics: ["failure_rate"] },
    "Fires while failure rate, by at least high severity, is unusual (info).",
  ],
  [
    "readiness",
    { kind: "readiness", severity: "critical", withinHours: 24 },
    "Fires when a promotion starts within 24 h and a gate of it is not green (critical).",
  ],
  [
    "obligations by number",
    { kind: "obligations", state: "overdue", by: "count", op: ">", levels: [{ severity: "warning", threshold: 20 }] },
    "Fires when the number of runs that are overdue is above 20 (warning).",
  ],
  [
    "no data",
    { kind: "no_data", metric: "runs_started", windowSeconds: 3600, severity: "critical" },
    "Fires when the runs started has nothing in 1 h and had something in the same time 7 d earlier (critical).",
  ],
  ["what is not written yet", { kind: "threshold" }, "Fires when the ... of the last 5 min is ...."],
])("says when %s fires", (_, draft, sentence) => expect(renderRuleSentence(draft, words)).toBe(sentence));
