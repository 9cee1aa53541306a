import type { ReactNode } from "react";
import { describeBoundFault, describeFault, listFaultsOf } from "../editor/describe-fault.js";
import { proposeRecovery } from "../editor/propose-draft.js";
import { measureOf } from "../definition/measure-of.js";
import { renderMeasure } from "../definition/render-measure.js";
import { renderRhythm } from "../definition/render-rhythm.js";
import { readNumber, readText } from "../definition/rule-draft.js";
import { SeverityMark, type AlertSeverity } from "../severity-mark.js";
import { changeLevel, listLevels, type WrittenLevel } from "./change-level.js";
import classes from "./fields.module.css";
import { MeasureInput } from "../inputs/measure-input.js";
import { useRuleForm } from "./rule-form-context.js";

const severities: readonly AlertSeverity[] = ["CRITICAL", "WARNING", "INFO"];

/** LevelsField is the thresholds of a rule, one for each severity it has; each fires and recovers by itself. */
export function LevelsField(): ReactNode {
  const { draft, faults, catalog, change } = useRuleForm();
  const isAge = readText(draft, "kind") === "freshness";
  const unit = isAge ? "seconds" : measureOf(draft, catalog);
  const levels = listLevels(draft);
  const whole = listFaultsOf(faults, "levels").filter(({ field }) => field === "levels");
  const set = (severity: AlertSeverity, part: WrittenLevel | null): void =>
    change({ levels: changeLevel(levels, severity.toLowerCase(), part) });
  return (
    <div className={classes.levels} role="group" aria-label="Levels">
      {severities.map((severity) => {
        const index = levels.findIndex((level) => level["severity"] === severity.toLowerCase());
        const level = levels[index];
        return (
          <div key={severity} className={classes.level}>
            <label>
              <input
                type="checkbox"
                checked={level !== undefined}
                onChange={(event) => set(severity, event.currentTarget.checked ? {} : null)}
              />
              <SeverityMark severity={severity} />
            </label>
            {level === undefined ? null : (
              <Level
                level={level}
                path={`levels.${index}`}
                severity={severity}
                unit={unit}
                isAge={isAge}
                onChange={(part) => set(severity, part)}
              />
            )}
          </div>
        );
      })}
      <span className={classes.fault}>{whole.map(describeFault).join(" ")}</span>
    </div>
  );
}

interface LevelProps {
  readonly level: WrittenLevel;
  readonly path: string;
  readonly severity: AlertSeverity;
  readonly unit: string;
  readonly isAge: boolean;
  readonly onChange: (part: WrittenLevel) => void;
}

function Level({ level, path, severity, unit, isAge, onChange }: LevelProps): ReactNode {
  const { draft } = useRuleForm();
  const op = readText(draft, "op") || ">";
  const name = isAge ? "maxAgeSeconds" : "threshold";
  // Without an age of its own a level follows the rhythm of each feed.
  const threshold = level[name] === "cadence" ? undefined : level[name];
  const rhythm = isAge ? renderRhythm(readNumber(level, "cadences")) : "";
  const proposed =
    typeof threshold === "number" && level["recoveryThreshold"] === undefined ? proposeRecovery(op, threshold) : null;
  const word = severity.toLowerCase();
  return (
    <>
      <Bound
        path={`${path}.${name}`}
        label={`${isAge ? "Silent for" : "Threshold"}, ${word}`}
        words={isAge ? "silent for longer than" : `fires when ${op}`}
        unit={unit}
        value={threshold}
        {...(isAge ? { placeholder: rhythm } : {})}
        onChange={(value) => onChange({ [name]: value })}
      />
      {isAge || op === "==" || op === "!=" ? null : (
        <div>
          <Bound
            path={`${path}.recoveryThreshold`}
            label={`Recovers at, ${word}`}
            words="recovers at"
            unit={unit}
            value={level["recoveryThreshold"]}
            placeholder="as soon as it is over"
            onChange={(value) => onChange({ recoveryThreshold: value })}
          />
          {proposed === null ? null : (
            <button type="button" className={classes.propose} onClick={() => onChange({ recoveryThreshold: proposed })}>
              Propose {renderMeasure(proposed, unit)}, 10 % inside
            </button>
          )}
        </div>
      )}
    </>
  );
}

interface BoundProps {
  readonly path: string;
  readonly label: string;
  readonly words: string;
  readonly unit: string;
  readonly value: unknown;
  readonly placeholder?: string;
  readonly onChange: (value: number | string | undefined) => void;
}

function Bound(props: BoundProps): ReactNode {
  const { faults } = useRuleForm();
  const wrong = listFaultsOf(faults, props.path);
  const faultId = `fault-${props.path.replaceAll(".", "-")}`;
  return (
    <div>
      <small>{props.words}</small>
      <MeasureInput
        label={props.label}
        unit={props.unit}
        value={props.value}
        placeholder={props.placeholder}
        attributes={{ "aria-label": props.label, "aria-invalid": wrong.length > 0, "aria-describedby": faultId }}
        onChange={props.onChange}
      />
      <span id={faultId} className={classes.fault}>
        {wrong.map((fault) => describeBoundFault(fault, props.unit)).join(" ")}
      </span>
    </div>
  );
}
