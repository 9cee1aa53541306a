import { useId, type ReactNode } from "react";
import { describeFault, listFaultsOf } from "../editor/describe-fault.js";
import classes from "./fields.module.css";
import { useRuleForm } from "./rule-form-context.js";

/** FieldAttributes tie an input to its label, its help and what is wrong with it. */
export interface FieldAttributes {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-invalid": boolean;
}

interface FieldFrameProps {
  /** name is the path of the field in a rule: its faults stand below it. */
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly isWide?: boolean;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** FieldFrame is the label of a field, what it means, and what is wrong with it. */
export function FieldFrame(props: FieldFrameProps): ReactNode {
  const { faults } = useRuleForm();
  const id = useId();
  const words = [...new Set(listFaultsOf(faults, props.name).map(describeFault))];
  const attributes = { id, "aria-describedby": `${id}-help ${id}-fault`, "aria-invalid": words.length > 0 };
  return (
    <div className={classes.field} data-wide={props.isWide === true ? "" : undefined}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(attributes)}
      <span id={`${id}-help`} className={classes.help}>
        {props.help}
      </span>
      <span id={`${id}-fault`} className={classes.fault}>
        {words.join(" ")}
      </span>
    </div>
  );
}
