import { useState, type ReactNode } from "react";
import { Popup } from "../ui/popup.js";
import type { ScopeOption } from "./build-scope-choices.js";
import classes from "./scope-picker.module.css";

interface ScopePickerProps {
  readonly title: string;
  readonly plural: string;
  readonly options: readonly ScopeOption[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** shownAtMost keeps the list short; the search narrows it. */
const shownAtMost = 60;

/** ScopePicker narrows the pages to one or more clients, regions, stores, channels or partners. */
export function ScopePicker(props: ScopePickerProps): ReactNode {
  const { title, options, chosen } = props;
  return (
    <Popup
      label={`Choose ${props.plural}`}
      button={{ className: classes.chip, "data-on": chosen.length > 0 ? "" : undefined }}
      face={
        <>
          {title} <b>{renderChosen(options, chosen)}</b>
        </>
      }
    >
      {() => <ScopeOptions {...props} />}
    </Popup>
  );
}

function ScopeOptions(props: ScopePickerProps): ReactNode {
  const [text, setText] = useState("");
  const { options, chosen, onChange } = props;
  const wanted = text.trim().toLowerCase();
  const found = options.filter((option) =>
    `${option.title} ${option.id} ${option.note}`.toLowerCase().includes(wanted),
  );
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div className={classes.list}>
      {options.length > 8 ? (
        <input
          className={classes.search}
          type="search"
          aria-label={`Search ${props.plural}`}
          placeholder={`Search ${options.length} ${props.plural}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <button type="button" className={classes.all} disabled={chosen.length === 0} onClick={() => onChange([])}>
        All {props.plural}
      </button>
      <ul>
        {found.slice(0, shownAtMost).map((option) => (
          <li key={option.id}>
            <label className={classes.option}>
              <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
              <span>{option.title}</span>
              <small>{option.note}</small>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shownAtMost ? (
        <p className={classes.hint}>{found.length - shownAtMost} more: type to find them.</p>
      ) : null}
      {found.length === 0 ? <p className={classes.hint}>Nothing is called that.</p> : null}
    </div>
  );
}

function renderChosen(options: readonly ScopeOption[], chosen: readonly string[]): string {
  const first = chosen[0];
  if (first === undefined) return `All ${options.length}`;
  const title = options.find((option) => option.id === first)?.title ?? first;
  return chosen.length === 1 ? title : `${title} +${chosen.length - 1}`;
}
