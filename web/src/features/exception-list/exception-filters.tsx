import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import filters from "../../ui/filters.module.css";
import { Choice } from "../../ui/choice.js";
import { FindField } from "../../ui/find-field.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { exceptionOrders, exceptionStates, type ExceptionSearch } from "./exception-search.js";

/** ExceptionChange sets parts of the address of a list. */
export type ExceptionChange = { readonly [name in keyof ExceptionSearch]?: string | undefined };

/** ExceptionFilters narrows a list of exceptions; every choice goes to the address. */
export function ExceptionFilters(props: {
  search: ExceptionSearch;
  onChange: (change: ExceptionChange) => void;
}): ReactNode {
  const { search, onChange } = props;
  const { registry, names, hasManyClients } = useWorkspace();
  const workflows = registry.workflows
    .map((entry) => ({
      id: `${entry.client}/${entry.id}`,
      words: hasManyClients ? `${entry.title}, ${names.client(entry.client)}` : entry.title,
    }))
    .sort((a, b) => a.words.localeCompare(b.words));
  return (
    <div className={filters.filters}>
      <FindField
        label="Run, entity, id or words of the message"
        placeholder="Run, entity or words"
        find={search.find}
        onFind={(find) => onChange({ find })}
      />
      <Choice
        label="State"
        value={search.state ?? ""}
        options={exceptionStates}
        onChoose={(state) => onChange({ state })}
      />
      <Choice
        label="Workflow"
        value={search.workflow ?? ""}
        options={[{ id: "", words: "Any workflow" }, ...workflows]}
        onChoose={(workflow) => onChange({ workflow })}
      />
      <Choice
        label="Order"
        value={search.order ?? ""}
        options={exceptionOrders}
        onChoose={(order) => onChange({ order })}
      />
      {search.class === undefined ? null : (
        <button
          type="button"
          onClick={() => onChange({ class: undefined })}
          aria-label="Remove the filter on the class"
        >
          {formatCode(search.class)} ×
        </button>
      )}
    </div>
  );
}
