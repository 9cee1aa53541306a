import type { ReactNode } from "react";
import { AmountInput } from "../inputs/amount-input.js";
import { FieldFrame } from "./field-frame.js";
import classes from "./fields.module.css";
import { useRuleForm } from "./rule-form-context.js";

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly unit?: string;
  /** scale is what 1 in the field is in the rule: 0.01 for per cent. */
  readonly scale?: number;
  readonly placeholder?: string;
}

/** NumberField is a number of a rule with its unit. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { draft, change } = useRuleForm();
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help}>
      {(attributes) => (
        <span className={classes.amount}>
          <AmountInput
            attributes={attributes}
            value={draft[props.name]}
            scale={props.scale ?? 1}
            placeholder={props.placeholder}
            onChange={(value) => change({ [props.name]: value })}
          />
          {props.unit === undefined ? null : <span>{props.unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
