import type { RuleInstance } from "../rules/rules-query.js";

const states = ["firing", "recovering", "pending"];
const severities = ["CRITICAL", "WARNING", "INFO"];

/** sortInstances puts what fires before what may, the graver first, then the older. */
export function sortInstances(instances: readonly RuleInstance[]): readonly RuleInstance[] {
  const since = ({ firedAt, activeAt }: RuleInstance): string => firedAt ?? activeAt ?? "";
  return [...instances].sort(
    (left, right) =>
      states.indexOf(left.state) - states.indexOf(right.state) ||
      severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
      since(left).localeCompare(since(right)),
  );
}
