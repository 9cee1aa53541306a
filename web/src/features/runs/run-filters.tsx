import { useState, type FormEvent, type ReactNode } from "react";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./run-filters.module.css";
import { runOrders, runStates, type RunSearch } from "./run-search.js";

/** RunChange sets parts of the address of a list. */
export type RunChange = { readonly [name in keyof RunSearch]?: string | undefined };

/** RunFilters narrows a list of runs; every choice goes to the address. */
export function RunFilters(props: { search: RunSearch; onChange: (change: RunChange) => void }): ReactNode {
  const { search, onChange } = props;
  const { registry, names, hasManyClients } = useWorkspace();
  const workflows = registry.workflows
    .map((entry) => ({
      id: `${entry.client}/${entry.id}`,
      words: hasManyClients ? `${entry.title}, ${names.client(entry.client)}` : entry.title,
    }))
    .sort((a, b) => a.words.localeCompare(b.words));
  return (
    <div className={classes.filters}>
      <FindField key={search.find ?? ""} find={search.find ?? ""} onFind={(find) => onChange({ find })} />
      <Choice label="State" value={search.state ?? ""} options={runStates} onChoose={(state) => onChange({ state })} />
      <Choice
        label="Workflow"
        value={search.workflow ?? ""}
        options={[{ id: "", words: "Any workflow" }, ...workflows]}
        onChoose={(workflow) => onChange({ workflow })}
      />
      <Choice label="Order" value={search.order ?? ""} options={runOrders} onChoose={(order) => onChange({ order })} />
      {search.change === undefined ? null : (
        <button
          type="button"
          onClick={() => onChange({ change: undefined })}
          aria-label={`Remove the filter on change ${search.change}`}
        >
          Change {search.change} ×
        </button>
      )}
    </div>
  );
}

function FindField(props: { find: string; onFind: (find: string | undefined) => void }): ReactNode {
  const [text, setText] = useState(props.find);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onFind(text.trim() === "" ? undefined : text.trim());
  };
  return (
    <form role="search" aria-label="This list" onSubmit={submit}>
      <input
        type="search"
        aria-label="Order, sku, run or correlation"
        placeholder="Order, sku, run or correlation"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  readonly onChoose: (id: string | undefined) => void;
}

function Choice(props: ChoiceProps): ReactNode {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChoose(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {props.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
