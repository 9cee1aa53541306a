import type { ReactNode } from "react";
import { readText } from "../definition/rule-draft.js";
import { FieldFrame } from "./field-frame.js";
import { useRuleForm } from "./rule-form-context.js";

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly rows?: number;
  readonly isReadOnly?: boolean;
  readonly onText?: (text: string) => void;
}

/** TextField is a text of a rule; with `rows` it has several lines. */
export function TextField(props: TextFieldProps): ReactNode {
  const { draft, change } = useRuleForm();
  const value = readText(draft, props.name);
  const set = (text: string): void => (props.onText ?? ((one) => change({ [props.name]: one })))(text);
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help} isWide>
      {(attributes) =>
        props.rows === undefined ? (
          <input
            {...attributes}
            value={value}
            readOnly={props.isReadOnly === true}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <textarea
            {...attributes}
            rows={props.rows}
            value={value}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )
      }
    </FieldFrame>
  );
}
