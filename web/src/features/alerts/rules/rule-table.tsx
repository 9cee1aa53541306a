import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { moveRowFocus } from "../../../ui/move-row-focus.js";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { SeverityMark } from "../severity-mark.js";
import { lateAfterSeconds } from "./choose-rules.js";
import { pauseRule } from "./rule-deeds.js";
import { healthStates, healthWords, kindWords } from "../definition/rule-words.js";
import type { RuleRow } from "./rules-query.js";
import classes from "./rules.module.css";
import { useRuleDeed } from "./use-rule-deed.js";

/** RuleTable lists rules with how they are doing; whoever may change one pauses it here. */
export function RuleTable(props: { rules: readonly RuleRow[] }): ReactNode {
  const mayEdit = props.rules.some(({ isEditable }) => isEditable);
  const pause = useRuleDeed(pauseRule);
  return (
    <>
      <p className={classes.fault} role="alert">
        {pause.fault}
      </p>
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Alert rules" onKeyDown={moveRowFocus}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" className={table.number}>
                Firing
              </th>
              <th scope="col" className={table.number}>
                Pending
              </th>
              <th scope="col">Health</th>
              <th scope="col">Severities</th>
              <th scope="col">Kind</th>
              <th scope="col">Evaluated</th>
              <th scope="col">Version</th>
              {mayEdit ? (
                <th scope="col">
                  <span className="visually-hidden">Pause</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {props.rules.map((rule) => (
              <Row key={rule.id} rule={rule} mayEdit={mayEdit} isBusy={pause.isBusy} onPause={pause.begin} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  readonly rule: RuleRow;
  readonly mayEdit: boolean;
  readonly isBusy: boolean;
  readonly onPause: (given: { id: string; isPaused: boolean }) => void;
}

function Row({ rule, mayEdit, isBusy, onPause }: RowProps): ReactNode {
  return (
    <tr>
      <td>
        <span className={classes.rule}>
          <Link
            to="/alerts/rules/$rule"
            params={{ rule: rule.id }}
            className={`${table.link} ${table.strong}`}
            data-row=""
          >
            {rule.title}
          </Link>
          <small>{rule.summary.replaceAll(/\{\{\s*([^}]*?)\s*\}\}/g, "⟨$1⟩")}</small>
        </span>
      </td>
      <td className={`${table.number} ${rule.firing > 0 ? table.bad : table.dim}`}>{formatCount(rule.firing)}</td>
      <td className={`${table.number} ${rule.pending > 0 ? "" : table.dim}`}>{formatCount(rule.pending)}</td>
      <td>
        <StateShape state={healthStates[rule.health]} /> {healthWords[rule.health]}
        {rule.healthMessage === "" ? null : (
          <span className={classes.health} data-tip={rule.healthMessage}>
            {rule.healthMessage}
          </span>
        )}
      </td>
      <td>
        <span className={classes.severities}>
          {rule.severities.map((severity) => (
            <SeverityMark key={severity} severity={severity} />
          ))}
        </span>
      </td>
      <td className={table.dim}>{kindWords[rule.kind]}</td>
      <td className={table.dim}>
        <Evaluated rule={rule} />
      </td>
      <td className={table.dim}>
        {rule.version}, {rule.isOfPack ? "pack" : "own"}
      </td>
      {mayEdit ? (
        <td>
          {rule.isEditable ? (
            <button
              type="button"
              className={classes.button}
              disabled={isBusy}
              aria-label={`${rule.isPaused ? "Resume" : "Pause"} ${rule.title}`}
              onClick={() => onPause({ id: rule.id, isPaused: !rule.isPaused })}
            >
              {rule.isPaused ? "Resume" : "Pause"}
            </button>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

function Evaluated({ rule }: { rule: RuleRow }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(15_000);
  if (rule.evaluatedAt === null) return "–";
  const at = new Date(rule.evaluatedAt);
  const late = rule.lagSeconds ?? 0;
  return (
    <>
      <span data-tip={`The newest slot that was looked at: ${formatInstantExact(at, timeZone)}`}>
        {formatInstant(at, timeZone, now)}
      </span>
      {late >= lateAfterSeconds ? (
        <span className={classes.health}>{formatDuration(Math.round(late))} late</span>
      ) : null}
    </>
  );
}
