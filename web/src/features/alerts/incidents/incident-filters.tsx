import type { ReactNode } from "react";
import { Choice } from "../../../ui/choice.js";
import { FindField } from "../../../ui/find-field.js";
import filters from "../../../ui/filters.module.css";
import { incidentSeverities, incidentStates, type IncidentChange, type IncidentSearch } from "./incident-search.js";
import type { WatchedRule } from "./incidents-query.js";

interface IncidentFiltersProps {
  readonly search: IncidentSearch;
  readonly rules: readonly WatchedRule[];
  readonly onChange: (change: IncidentChange) => void;
}

/** IncidentFilters narrows a list of incidents; every choice goes to the address. */
export function IncidentFilters(props: IncidentFiltersProps): ReactNode {
  const { search, onChange } = props;
  const rules = props.rules
    .map(({ id, title }) => ({ id, words: title }))
    .sort((a, b) => a.words.localeCompare(b.words));
  return (
    <div className={filters.filters}>
      <FindField
        label="Words of the alert, its rule or its place"
        placeholder="Words of the alert"
        find={search.find}
        onFind={(find) => onChange({ find })}
      />
      <Choice
        label="State"
        value={search.state ?? ""}
        options={incidentStates}
        onChoose={(state) => onChange({ state, open: undefined })}
      />
      <Choice
        label="Severity"
        value={search.severity ?? ""}
        options={incidentSeverities}
        onChoose={(severity) => onChange({ severity })}
      />
      <Choice
        label="Rule"
        isLate
        value={search.rule ?? ""}
        options={[{ id: "", words: "Any rule" }, ...rules]}
        onChoose={(rule) => onChange({ rule })}
      />
    </div>
  );
}
