import { useId, useRef, useState, type ReactNode, type RefObject } from "react";
import dialog from "../../../ui/form-dialog.module.css";
import fields from "../fields/fields.module.css";
import { insertVariable, type VariablePlace } from "./insert-variable.js";
import type { TemplateDraft } from "./template-draft.js";
import type { TemplateMediumWords } from "./template-media.js";
import type { TemplateWords } from "./templates-query.js";
import classes from "./templates.module.css";
import { VariableList } from "./variable-list.js";

interface TemplateFault {
  readonly field: "TITLE" | "TEXT";
  readonly line: number;
  readonly message: string;
}

interface TemplateFieldsProps {
  readonly medium: TemplateMediumWords;
  readonly draft: TemplateDraft;
  readonly variables: TemplateWords["alertTemplateVariables"];
  readonly faults: readonly TemplateFault[];
  readonly isNameMissing: boolean;
  readonly mayChange: boolean;
  readonly onChange: (draft: TemplateDraft) => void;
}

type TextName = "title" | "text";

/** TemplateFields are the name and the two texts of a template, what is wrong with each, and the names they can write. */
export function TemplateFields(props: TemplateFieldsProps): ReactNode {
  const { draft, medium, mayChange, onChange } = props;
  const areas = { title: useRef<HTMLTextAreaElement>(null), text: useRef<HTMLTextAreaElement>(null) };
  const [last, setLast] = useState<TextName>("text");
  const put = (variable: VariablePlace): void => {
    const area = areas[last].current;
    if (area === null) return;
    const { selectionStart: start, selectionEnd: end } = area;
    const { text, cursor } = insertVariable(draft[last], { start, end }, variable);
    onChange({ ...draft, [last]: text });
    // The text appears in the field with the next drawing.
    setTimeout(() => {
      area.focus();
      area.setSelectionRange(cursor, cursor);
    }, 0);
  };
  const field = (name: TextName, label: string, rows: number): ReactNode => (
    <TextArea
      {...{ label, rows, mayChange }}
      area={areas[name]}
      value={draft[name]}
      faults={props.faults.filter((each) => each.field === name.toUpperCase())}
      onFocus={() => setLast(name)}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  );
  return (
    <div className={classes.fields}>
      <NameField {...props} />
      {field("title", medium.titleLabel, 2)}
      {field("text", medium.textLabel, 14)}
      {mayChange ? (
        <VariableList
          variables={props.variables}
          into={last === "title" ? medium.titleLabel : medium.textLabel}
          onPut={put}
        />
      ) : null}
    </div>
  );
}

function NameField({ draft, isNameMissing, mayChange, onChange }: TemplateFieldsProps): ReactNode {
  const faultId = useId();
  return (
    <label className={dialog.field}>
      What people call it
      <input
        maxLength={80}
        readOnly={!mayChange}
        value={draft.name}
        aria-invalid={isNameMissing}
        aria-describedby={faultId}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <span id={faultId} role="alert" className={fields.fault}>
        {isNameMissing ? "A name is needed." : ""}
      </span>
    </label>
  );
}

function TextArea(props: {
  label: string;
  rows: number;
  value: string;
  mayChange: boolean;
  faults: readonly TemplateFault[];
  area: RefObject<HTMLTextAreaElement | null>;
  onFocus: () => void;
  onChange: (value: string) => void;
}): ReactNode {
  const { label, rows, value, faults } = props;
  const id = useId();
  return (
    <div className={fields.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={props.area}
        rows={rows}
        spellCheck={false}
        readOnly={!props.mayChange}
        value={value}
        className={classes.code ?? ""}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-help ${id}-fault`}
        onFocus={props.onFocus}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <span id={`${id}-help`} className={fields.help}>
        {value.trim() === "" ? "Empty: the built-in one is sent." : ""}
      </span>
      <ul id={`${id}-fault`} className={classes.faults}>
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {value.includes("\n") ? `Line ${line}: ` : ""}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
