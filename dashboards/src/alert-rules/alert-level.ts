import { z } from "zod";

/** ALERT_SEVERITIES from grave to light. */
export const ALERT_SEVERITIES = ["critical", "warning", "info"] as const;

/** THRESHOLD_OPERATORS compare a value with a threshold, strict as written. */
export const THRESHOLD_OPERATORS = [">", ">=", "<", "<=", "==", "!="] as const;

/** alertLevelSchema describes one threshold of a rule with its severity: each level is an instance of its own. */
export const alertLevelSchema = z.strictObject({
  severity: z.enum(ALERT_SEVERITIES),
  threshold: z.number(),
  /** What fires goes on until the value is on the good side of this; without it until it no longer passes the threshold. */
  recoveryThreshold: z.number().optional(),
});

/** AlertLevel is that as read. */
export type AlertLevel = z.infer<typeof alertLevelSchema>;

const levels = z
  .array(alertLevelSchema)
  .min(1)
  .max(ALERT_SEVERITIES.length)
  .superRefine((given, context) => {
    given.forEach(({ severity }, index) => {
      if (given.findIndex((other) => other.severity === severity) !== index)
        context.addIssue({ code: "custom", path: [index, "severity"], message: `"${severity}" is there twice` });
    });
  });

/** comparedLevels are the fields of a rule that compares a value with thresholds. */
export const comparedLevels = { op: z.enum(THRESHOLD_OPERATORS).default(">"), levels };

/** checkLevels says what is wrong with recovery thresholds: each lies on the good side of its threshold, and equality has none. */
export function checkLevels(op: string, given: readonly AlertLevel[]): { index: number; message: string }[] {
  const isAbove = op === ">" || op === ">=";
  return given.flatMap(({ threshold, recoveryThreshold }, index) => {
    if (recoveryThreshold === undefined) return [];
    if (op === "==" || op === "!=") return [{ index, message: `a rule with ${op} has none` }];
    if (isAbove ? recoveryThreshold <= threshold : recoveryThreshold >= threshold) return [];
    const side = isAbove ? "or below" : "or above";
    return [{ index, message: `must be at ${side} the threshold ${threshold}, because the rule fires at ${op}` }];
  });
}
