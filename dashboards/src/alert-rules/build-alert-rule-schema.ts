import { z } from "zod";
import type { AlertRuleKnowledge } from "./alert-rule-knowledge.js";
import { checkAlertRule } from "./check-alert-rule.js";
import { alertRuleSchema, type AlertRule } from "./alert-rule.js";

/** buildAlertRuleSchema describes one rule, checked against the metrics there are. */
export function buildAlertRuleSchema(knowledge: AlertRuleKnowledge): z.ZodType<AlertRule> {
  return alertRuleSchema.superRefine((rule, context) => {
    for (const { path, message } of checkAlertRule(rule, knowledge))
      context.addIssue({ code: "custom", path, message });
  });
}

/** buildAlertRulesSchema describes a `*.rules.yaml`. */
export function buildAlertRulesSchema(knowledge: AlertRuleKnowledge) {
  return z
    .strictObject({ title: z.string().min(1), rules: z.array(buildAlertRuleSchema(knowledge)).min(1) })
    .superRefine(({ rules }, context) => {
      const ids = rules.map(({ id }) => id);
      ids.forEach((id, index) => {
        if (ids.indexOf(id) !== index)
          context.addIssue({ code: "custom", path: ["rules", index, "id"], message: `"${id}" is there twice` });
      });
    });
}
