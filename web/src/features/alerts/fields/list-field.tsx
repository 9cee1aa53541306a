import { useState, type AriaAttributes, type KeyboardEvent, type ReactNode } from "react";
import { FieldFrame } from "./field-frame.js";
import classes from "./fields.module.css";

interface ListFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly values: readonly string[];
  /** options are what can be added; null takes any words. */
  readonly options: readonly { readonly id: string; readonly words: string }[] | null;
  /** none says what an empty list means. */
  readonly none: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** ListField is a list of words of a rule: each can be taken out, others added. */
export function ListField(props: ListFieldProps): ReactNode {
  const { values, options, onChange } = props;
  const rest = options?.filter(({ id }) => !values.includes(id));
  const add = (value: string): void => {
    const word = value.trim();
    if (word !== "" && !values.includes(word)) onChange([...values, word]);
  };
  return (
    <FieldFrame name={props.name} label={props.label} help={props.help} isWide>
      {(attributes) => (
        <div className={classes.list}>
          {values.map((value) => {
            const words = options?.find(({ id }) => id === value)?.words ?? value;
            return (
              <button
                key={value}
                type="button"
                className={classes.chip}
                aria-label={`Take out ${words}`}
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                {words} ×
              </button>
            );
          })}
          {rest === undefined ? (
            <WordInput
              attributes={attributes}
              onAdd={add}
              placeholder={values.length === 0 ? props.none : "one more"}
            />
          ) : (
            <select {...attributes} value="" onChange={(event) => add(event.currentTarget.value)}>
              <option value="">{values.length === 0 ? props.none : "one more"}</option>
              {rest.map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

function WordInput(props: {
  attributes: AriaAttributes & { readonly id?: string };
  placeholder: string;
  onAdd: (word: string) => void;
}): ReactNode {
  const [text, setText] = useState("");
  const add = (): void => {
    props.onAdd(text);
    setText("");
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <input
      {...props.attributes}
      value={text}
      placeholder={`${props.placeholder}: write and press Enter`}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKey}
      onBlur={add}
    />
  );
}
