import type { ReactNode } from "react";
import { readText } from "../definition/rule-draft.js";
import { FieldFrame } from "./field-frame.js";
import { useRuleForm } from "./rule-form-context.js";

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  /** usual is what holds while nothing is written. */
  readonly usual?: string;
  readonly onChoose?: (id: string) => void;
}

/** ChoiceField is a word of a rule of which there are few. */
export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { draft, change } = useRuleForm();
  const value = readText(draft, props.name) || (props.usual ?? "");
  const isKnown = props.options.some(({ id }) => id === value);
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          onChange={(event) => (props.onChoose ?? ((id) => change({ [props.name]: id })))(event.currentTarget.value)}
        >
          {isKnown ? null : <option value={value}>{value}</option>}
          {props.options.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
