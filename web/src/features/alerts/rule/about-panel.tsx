import type { ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import table from "../../../ui/table.module.css";
import { SeverityMark, type AlertSeverity } from "../severity-mark.js";
import { measureOf } from "../definition/measure-of.js";
import { renderMeasure } from "../definition/render-measure.js";
import { renderRuleSentence } from "../definition/render-rule-sentence.js";
import { readLevels, readText, type RuleDraft } from "../definition/rule-draft.js";
import { kindHelp } from "../definition/rule-words.js";
import type { RuleDetail } from "../rules/rules-query.js";
import classes from "./rule.module.css";
import { useRuleWords } from "./use-rule-words.js";

const tiers = [
  { severity: "CRITICAL", fires: "2 % of the budget in 1 h", recovers: "seen over 1 h and 5 min" },
  { severity: "CRITICAL", fires: "5 % of the budget in 6 h", recovers: "seen over 6 h and 30 min" },
  { severity: "WARNING", fires: "10 % of the budget in 3 days", recovers: "seen over 3 days and 6 h" },
] as const;

/** AboutPanel says what a rule says: in a sentence, its levels, why it is there and what to do when it fires. */
export function AboutPanel({ rule, draft }: { rule: RuleDetail; draft: RuleDraft }): ReactNode {
  const words = useRuleWords();
  return (
    <Panel title="What it says" span={8} note={kindHelp[rule.kind]}>
      <p className={classes.sentence}>{renderRuleSentence(draft, words)}</p>
      <LevelTable draft={draft} unit={measureOf(draft, words.metrics)} />
      {rule.description === "" ? null : (
        <p className={classes.prose}>
          <strong>Why</strong> {rule.description}
        </p>
      )}
      <p className={classes.prose}>
        <strong>What to do when it fires</strong>{" "}
        {rule.runbook === "" ? "Nobody has written it down yet." : rule.runbook}
      </p>
    </Panel>
  );
}

function LevelTable({ draft, unit }: { draft: RuleDraft; unit: string }): ReactNode {
  const op = readText(draft, "op") || ">";
  const levels = readLevels(draft).flatMap(({ severity, threshold, recoveryThreshold }) => {
    const known = findSeverity(severity.toUpperCase());
    if (known === null) return [];
    return [
      {
        severity: known,
        fires: threshold === null ? "–" : `${op} ${renderMeasure(threshold, unit)}`,
        recovers:
          recoveryThreshold === null ? "as soon as that is over" : `at ${renderMeasure(recoveryThreshold, unit)}`,
      },
    ];
  });
  const isBurn = readText(draft, "kind") === "burn";
  const rows = isBurn ? tiers : levels;
  if (rows.length === 0) return null;
  return (
    <div className={`${table.scroll} ${classes.levels}`} tabIndex={0} role="group" aria-label="Levels">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col">Fires</th>
            <th scope="col">{isBurn ? "Windows" : "Recovers"}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ severity, fires, recovers }) => (
            <tr key={`${severity} ${fires}`}>
              <td>
                <SeverityMark severity={severity} />
              </td>
              <td className={table.strong}>{fires}</td>
              <td className={table.dim}>{recovers}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function findSeverity(word: string): AlertSeverity | null {
  return (["CRITICAL", "WARNING", "INFO"] as const).find((severity) => severity === word) ?? null;
}
