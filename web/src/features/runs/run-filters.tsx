import type { ReactNode } from "react";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { Choice } from "../../ui/choice.js";
import { FindField } from "../../ui/find-field.js";
import classes from "../../ui/filters.module.css";
import { describeRunPath, readRunPath } from "../../run-path/run-path.js";
import { runOrders, runOutcomes, runStates, type RunSearch } from "./run-search.js";

const spans = [
  { id: "", words: "Any length" },
  { id: "60", words: "Over 1 min" },
  { id: "600", words: "Over 10 min" },
  { id: "3600", words: "Over 1 h" },
  { id: "14400", words: "Over 4 h" },
  { id: "86400", words: "Over 1 d" },
];

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
      <FindField
        label="Order, sku, run or correlation"
        placeholder="Order, sku, run or correlation"
        find={search.find}
        onFind={(find) => onChange({ find })}
      />
      <Choice label="State" value={search.state ?? ""} options={runStates} onChoose={(state) => onChange({ state })} />
      <Choice
        label="Workflow"
        value={search.workflow ?? ""}
        options={[{ id: "", words: "Any workflow" }, ...workflows]}
        onChoose={(workflow) => onChange({ workflow })}
      />
      <Choice label="Order" value={search.order ?? ""} options={runOrders} onChoose={(order) => onChange({ order })} />
      <Choice
        label="Outcome"
        value={search.outcome ?? ""}
        options={runOutcomes}
        onChoose={(outcome) => onChange({ outcome })}
      />
      <Choice label="Length" value={search.took ?? ""} options={spans} onChoose={(took) => onChange({ took })} />
      {listChips(search).map(({ name, words }) => (
        <button
          key={name}
          type="button"
          onClick={() => onChange({ [name]: undefined })}
          aria-label={`Remove the filter: ${words}`}
        >
          {words} ×
        </button>
      ))}
    </div>
  );
}

/** Filters that are chosen elsewhere, by a link or a count, are shown where they can be taken away. */
function listChips(search: RunSearch): readonly { name: keyof RunSearch; words: string }[] {
  const path = readRunPath(search.path);
  return [
    ...(search.change === undefined ? [] : [{ name: "change" as const, words: `Change ${search.change}` }]),
    ...(search.error === undefined ? [] : [{ name: "error" as const, words: `Error ${search.error}` }]),
    ...(search.version === undefined ? [] : [{ name: "version" as const, words: `Version ${search.version}` }]),
    ...(path === null ? [] : [{ name: "path" as const, words: `${path.workflow}: ${describeRunPath(path)}` }]),
  ];
}
