import type { ReactNode } from "react";
import { DurationInput } from "../inputs/duration-input.js";
import { FieldFrame } from "./field-frame.js";
import { useRuleForm } from "./rule-form-context.js";

interface DurationFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly usual?: number;
  readonly placeholder?: string | undefined;
}

/** DurationField is a duration of a rule. */
export function DurationField(props: DurationFieldProps): ReactNode {
  const { draft, change } = useRuleForm();
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help}>
      {(attributes) => (
        <DurationInput
          attributes={attributes}
          label={props.label}
          value={draft[props.name]}
          usual={props.usual ?? 60}
          placeholder={props.placeholder}
          onChange={(value) => change({ [props.name]: value })}
        />
      )}
    </FieldFrame>
  );
}
