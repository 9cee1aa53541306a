import { PATTERN_FIELDS, type EventPattern, type ExpectationRule } from "@watchfloor/dashboards";
import type { ExpectedRule } from "./run-expected.js";

/** renderExpectedRule says in words what a rule waits for. */
export function renderExpectedRule(rule: ExpectationRule, version: number): ExpectedRule {
  return {
    ...{ id: rule.id, version, title: rule.title, withinSeconds: rule.withinSeconds },
    when: renderPatterns(rule.when),
    expect: renderPatterns(rule.expect),
    cancel: rule.cancel === undefined ? null : renderPatterns(rule.cancel),
    key: rule.key,
  };
}

function renderPatterns(patterns: readonly EventPattern[]): string {
  return patterns.map(renderPattern).join(", or ");
}

function renderPattern(pattern: EventPattern): string {
  const fields = PATTERN_FIELDS.flatMap((field) => {
    const words = pattern[field];
    return words === undefined ? [] : [`${field} ${words.join(" or ")}`];
  });
  const attributes = Object.entries(pattern.attributes ?? {}).map(([name, value]) => `${name} = ${String(value)}`);
  return [pattern.kind.join(" or "), ...fields, ...attributes].join(", ");
}
