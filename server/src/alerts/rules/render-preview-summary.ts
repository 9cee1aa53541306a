import { parseAlertRule } from "@watchfloor/dashboards";
import type { JudgedInstance } from "../evaluate/judge-rule.js";
import { ALERT_RULE_KNOWLEDGE } from "./alert-rule-knowledge.js";
import { renderSummary } from "./render-summary.js";

/** renderPreviewSummary gives the function that makes the sentence of an instance of a rule that is not saved. */
export function renderPreviewSummary(text: string): (instance: JudgedInstance) => string {
  return ({ labels, judgement, threshold }) =>
    renderSummary(parseAlertRule(text, ALERT_RULE_KNOWLEDGE), { labels, value: judgement.value, threshold });
}
