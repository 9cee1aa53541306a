import { DefinitionFault, parseAlertRule, readYaml, type AlertRule } from "@watchfloor/dashboards";
import type { AlertProblem } from "../alert-problem.js";
import { ALERT_RULE_KNOWLEDGE } from "./alert-rule-knowledge.js";
import { listRuleTerms, type SeverityTerms } from "./list-rule-terms.js";

/** MAX_RULE_TEXT is how many characters a rule may have. */
export const MAX_RULE_TEXT = 20_000;

/** CheckedRule is what a text says: `document` as it was read, undefined when it is no mapping; `terms` only of a rule without faults. */
export interface CheckedRule {
  readonly document: Readonly<Record<string, unknown>> | undefined;
  readonly faults: readonly { readonly line: number; readonly field: string; readonly detail: string }[];
  readonly terms: readonly SeverityTerms[];
}

/** checkRuleText reads the text of a rule and says what is wrong in it; a rule with faults can still be read. */
export function checkRuleText(text: string): CheckedRule {
  const read = readRuleText(text);
  const document = readDocument(text);
  return "code" in read
    ? { document, faults: read.faults ?? [], terms: [] }
    : { document, faults: [], terms: listRuleTerms(read) };
}

/** readRuleText gives the rule that a text says, or why it cannot be. */
export function readRuleText(text: string): AlertRule | AlertProblem {
  if (text.length > MAX_RULE_TEXT) {
    const detail = `A rule has at most ${MAX_RULE_TEXT} characters.`;
    return { code: "invalid_rule", message: detail, faults: [{ line: 1, field: "", detail }] };
  }
  try {
    return parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
  } catch (cause) {
    if (!(cause instanceof DefinitionFault)) throw cause;
    return { code: "invalid_rule", message: "The rule cannot be: see its faults.", faults: cause.faults };
  }
}

function readDocument(text: string): CheckedRule["document"] {
  if (text.length > MAX_RULE_TEXT) return undefined;
  try {
    const value: unknown = readYaml("rule", text).document.toJS();
    return isRecord(value) ? value : undefined;
  } catch {
    // No YAML, or an alias that leads nowhere: the faults say which.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
