import type { ReactNode } from "react";
import { readText } from "../definition/rule-draft.js";
import { ChoiceField } from "./choice-field.js";
import { DurationField } from "./duration-field.js";
import classes from "./fields.module.css";
import { LevelsField } from "./levels-field.js";
import { NumberField } from "./number-field.js";
import { useRuleForm } from "./rule-form-context.js";

const comparisons = [
  { id: ">", words: "above (>)" },
  { id: ">=", words: "at or above (≥)" },
  { id: "<", words: "below (<)" },
  { id: "<=", words: "at or below (≤)" },
  { id: "==", words: "exactly (=)" },
  { id: "!=", words: "other than (≠)" },
] as const;
const severities = ["critical", "warning", "info"].map((id) => ({ id, words: id }));
const compared = ["threshold", "change", "obligations", "freshness"];

/** ConditionSection says when a rule fires, by the fields of its kind. */
export function ConditionSection(): ReactNode {
  const { draft } = useRuleForm();
  const kind = readText(draft, "kind");
  const Fields = fieldsOf[kind];
  return (
    <fieldset className={classes.section}>
      <legend>When it fires</legend>
      {Fields === undefined ? null : <Fields />}
      {compared.includes(kind) ? <LevelsField /> : null}
    </fieldset>
  );
}

function Window(): ReactNode {
  return (
    <DurationField
      name="windowSeconds"
      label="Window"
      help="How far back each evaluation looks; at least its interval."
      placeholder="5"
    />
  );
}

function Op(): ReactNode {
  return (
    <ChoiceField
      name="op"
      label="Fires when the value is"
      options={comparisons}
      usual=">"
      help="At equality only where it says so."
    />
  );
}

function Severity(): ReactNode {
  return <ChoiceField name="severity" label="Severity" options={severities} />;
}

function Threshold(): ReactNode {
  return (
    <>
      <Window />
      <Op />
      <NumberField
        name="minimumSample"
        label="Least cases"
        help="Of a share: fewer cases say nothing."
        placeholder="0"
      />
    </>
  );
}

function Change(): ReactNode {
  return (
    <>
      <Window />
      <DurationField
        name="againstSeconds"
        label="Against the same window"
        help="So much earlier: 7 days is the same hour a week ago."
        usual={86_400}
      />
      <ChoiceField
        name="as"
        label="Change is"
        usual="relative"
        help="A fall is negative: below -50 % is less than half of what it was."
        options={[
          { id: "relative", words: "in per cent of what it was" },
          { id: "absolute", words: "a difference" },
        ]}
      />
      <Op />
      <NumberField
        name="minimumBefore"
        label="Least before"
        help="Where less was there, nothing is said."
        placeholder="0"
      />
    </>
  );
}

function Burn(): ReactNode {
  return (
    <>
      <NumberField
        name="objective"
        label="Objective"
        unit="%"
        scale={0.01}
        help="Below 100: what is left is the budget."
      />
      <NumberField name="periodDays" label="Over" unit="days" placeholder="30" help="1 to 90." />
      <NumberField
        name="minBadEvents"
        label="Least bad cases"
        placeholder="3"
        help="In the long window: one failure tells nobody."
      />
      <NumberField name="minWindowCoverage" label="Least of the window seen" unit="%" scale={0.01} placeholder="50" />
    </>
  );
}

function Anomaly(): ReactNode {
  return (
    <>
      <Severity />
      <ChoiceField
        name="leastSeverity"
        label="At least this unusual"
        usual="medium"
        options={[
          { id: "low", words: "low: by little, for long" },
          { id: "medium", words: "medium" },
          { id: "high", words: "high" },
        ]}
      />
    </>
  );
}

function Readiness(): ReactNode {
  return (
    <>
      <Severity />
      <NumberField
        name="withinHours"
        label="Before the start"
        unit="hours"
        help="1 to 720: from then on every gate must be green."
      />
    </>
  );
}

function Obligations(): ReactNode {
  return (
    <>
      <ChoiceField
        name="state"
        label="What is"
        options={[
          { id: "overdue", words: "overdue" },
          { id: "at_risk", words: "about to be late" },
        ]}
      />
      <ChoiceField
        name="by"
        label="Counted by"
        help="Money is known of what is overdue."
        options={[
          { id: "count", words: "number" },
          { id: "money", words: "money" },
        ]}
      />
      <Op />
    </>
  );
}

function NoData(): ReactNode {
  return (
    <>
      <Severity />
      <Window />
      <DurationField
        name="usualSeconds"
        label="Something was there"
        help="So much earlier, in the same window: what is closed at night is not missed."
        usual={86_400}
        placeholder="7"
      />
    </>
  );
}

const fieldsOf: Readonly<Record<string, () => ReactNode>> = {
  threshold: Threshold,
  change: Change,
  burn: Burn,
  anomaly: Anomaly,
  readiness: Readiness,
  obligations: Obligations,
  no_data: NoData,
};
