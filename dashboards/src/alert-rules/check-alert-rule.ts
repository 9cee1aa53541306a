import { checkLevels } from "./alert-level.js";
import type { AlertRule } from "./alert-rule.js";
import { DAY_SECONDS } from "./alert-rule.js";
import type { AlertRuleKnowledge } from "./alert-rule-knowledge.js";
import { listRuleMetrics } from "./list-rule-metrics.js";

/** RuleFault says which field of a rule cannot be, and why. */
export interface RuleFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Words of a summary besides the labels of the rule. */
const SUMMARY_WORDS = ["value", "threshold", "window", "title", "severity"];

/** checkAlertRule says what is wrong with a rule whose fields are each right by themselves. */
export function checkAlertRule(rule: AlertRule, knowledge: AlertRuleKnowledge): RuleFault[] {
  return [...checkTimes(rule), ...checkMetrics(rule, knowledge), ...checkLabels(rule), ...checkThresholds(rule)];
}

function checkTimes(rule: AlertRule): RuleFault[] {
  const faults: RuleFault[] = [];
  const { intervalSeconds: interval } = rule;
  if (DAY_SECONDS % interval !== 0)
    faults.push({
      path: ["intervalSeconds"],
      message: `must divide a day: ${DAY_SECONDS} is no multiple of ${interval}`,
    });
  // What lies between two evaluations would be seen by none of them.
  if ("windowSeconds" in rule && rule.windowSeconds < interval)
    faults.push({ path: ["windowSeconds"], message: `must be at least the interval of ${interval} seconds` });
  if (rule.kind === "change" && rule.againstSeconds < rule.windowSeconds)
    faults.push({ path: ["againstSeconds"], message: "must be at least the window, or it is compared with itself" });
  if (rule.kind === "no_data" && rule.usualSeconds < rule.windowSeconds)
    faults.push({ path: ["usualSeconds"], message: "must be at least the window" });
  return faults;
}

function checkMetrics(rule: AlertRule, { findMetric }: AlertRuleKnowledge): RuleFault[] {
  const path = rule.kind === "anomaly" ? "metrics" : "metric";
  return listRuleMetrics(rule).flatMap((id): RuleFault[] => {
    const metric = findMetric(id);
    if (metric === undefined) return [{ path: [path], message: `there is no metric "${id}"` }];
    if (rule.kind === "anomaly" || rule.kind === "readiness") return [];
    const missing = rule.groupBy.filter((dimension) => !metric.dimensions.includes(dimension));
    const faults = missing.map((dimension) => ({
      path: ["groupBy"],
      message: `${id} cannot be grouped by "${dimension}"; it offers ${metric.dimensions.join(", ")}`,
    }));
    if (rule.kind === "burn" && !metric.isRatio)
      faults.push({ path: [path], message: `${id} is no share of counted cases, so no budget of it can burn` });
    return faults;
  });
}

/** A value in a label would make another instance of every value, and such a rule never fires after a while of pending. */
function checkLabels(rule: AlertRule): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const [name, text] of Object.entries(rule.labels)) {
    if (text.includes("{{"))
      faults.push({
        path: ["labels", name],
        message: "may hold no placeholder: labels are the identity of an instance",
      });
    if (rule.groupBy.includes(name) || name === "severity")
      faults.push({ path: ["labels", name], message: "is a label already" });
  }
  const known = new Set([
    ...SUMMARY_WORDS,
    "client",
    "currency",
    "metric",
    ...rule.groupBy,
    ...Object.keys(rule.labels),
  ]);
  if (rule.kind === "readiness") for (const name of ["change", "store"]) known.add(name);
  if (rule.kind === "anomaly")
    for (const name of ["store", "channel", "partner", "workflow", "source", "measure"]) known.add(name);
  for (const [, name = ""] of rule.summary.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g))
    if (!known.has(name))
      faults.push({ path: ["summary"], message: `"{{${name}}}" is no value and no label of the rule` });
  return faults;
}

function checkThresholds(rule: AlertRule): RuleFault[] {
  if (rule.kind === "obligations" && rule.by === "count" && rule.currency !== undefined)
    return [{ path: ["currency"], message: "a number of obligations has no currency: leave it out, or use by: money" }];
  if (!("op" in rule)) return [];
  return checkLevels(rule.op, rule.levels).map(({ index, message }) => ({
    path: ["levels", index, "recoveryThreshold"],
    message,
  }));
}
