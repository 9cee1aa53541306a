import { parseDefinition } from "../definition/parse-definition.js";
import type { AlertRule } from "./alert-rule.js";
import type { AlertRuleKnowledge } from "./alert-rule-knowledge.js";
import { buildAlertRuleSchema } from "./build-alert-rule-schema.js";

/** parseAlertRule reads the text (YAML or JSON) of one rule. Throws `DefinitionFault` with the line of each fault. */
export function parseAlertRule(text: string, knowledge: AlertRuleKnowledge): AlertRule {
  return parseDefinition({ file: "rule", text, schema: buildAlertRuleSchema(knowledge) });
}
