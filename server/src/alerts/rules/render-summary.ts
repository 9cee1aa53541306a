import type { AlertRule } from "@watchfloor/dashboards";
import type { Labels } from "../instance/fingerprint-labels.js";
import { chooseRuleUnit } from "./choose-rule-unit.js";

const DAY_SECONDS = 86_400;

/** renderSummary makes the sentence of an instance; what is not known is left empty. */
export function renderSummary(
  rule: AlertRule,
  given: { readonly labels: Labels; readonly value: number | null; readonly threshold: number | null },
): string {
  const { labels, value, threshold } = given;
  const unit = chooseRuleUnit(rule);
  const words: Readonly<Record<string, string>> = {
    title: rule.title,
    window: "windowSeconds" in rule ? renderSeconds(rule.windowSeconds) : "",
    ...labels,
    value: renderValue(value, unit),
    threshold: renderValue(threshold, unit),
  };
  return rule.summary.replaceAll(/\{\{\s*([^}]*?)\s*\}\}/g, (_, name: string) => words[name] ?? "");
}

function renderValue(value: number | null, unit: string): string {
  if (value === null) return "no value";
  if (unit === "ratio") return `${Number((value * 100).toFixed(2))} %`;
  if (unit === "seconds") return renderSeconds(value);
  return String(Number(value.toFixed(2)));
}

function renderSeconds(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 2 * DAY_SECONDS) return `${Number((seconds / 3_600).toFixed(1))} h`;
  return `${Number((seconds / DAY_SECONDS).toFixed(1))} days`;
}
