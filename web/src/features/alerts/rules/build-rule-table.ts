import { formatDuration } from "../../../format/format-duration.js";
import type { PanelTable } from "../../../ui/panel-tools.js";
import { severityWords } from "../severity-mark.js";
import { healthWords, kindWords } from "../definition/rule-words.js";
import type { RuleRow } from "./rules-query.js";

/** buildRuleTable writes rules as plain rows. */
export function buildRuleTable(rules: readonly RuleRow[]): PanelTable {
  return {
    columns: [
      ...["Id", "Rule", "Kind", "Severities", "Summary", "Health", "Message"].map((title) => ({ title })),
      ...["Firing", "Pending", "Late by", "Version"].map((title) => ({ title, isNumber: true })),
      ...["Evaluated", "Origin", "Changed", "By"].map((title) => ({ title })),
    ],
    rows: rules.map((rule) => [
      ...[rule.id, rule.title, kindWords[rule.kind]],
      rule.severities.map((severity) => severityWords[severity]).join(", "),
      ...[rule.summary, healthWords[rule.health], rule.healthMessage],
      { value: rule.firing, unit: "" },
      { value: rule.pending, unit: "" },
      rule.lagSeconds === null
        ? { value: null, reason: healthWords[rule.health] }
        : { value: rule.lagSeconds, unit: "s", text: formatDuration(Math.round(rule.lagSeconds)) },
      { value: rule.version, unit: "" },
      rule.evaluatedAt === null ? "" : { at: rule.evaluatedAt },
      rule.isOfPack ? "pack" : "own",
      { at: rule.changedAt },
      rule.changedByName ?? "",
    ]),
  };
}
