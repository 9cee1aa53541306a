import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import classes from "../../ui/filters.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { listRunFacets, type RunFacetChoice } from "./list-run-facets.js";
import type { RunChange } from "./run-filters.js";
import type { RunSearch } from "./run-search.js";
import { runFacetsQuery, type RunsQuestion } from "./runs-query.js";

/** RunFacets says what the runs of the list have, with counts; each narrows the list, and once more takes it back. */
export function RunFacets(props: {
  question: RunsQuestion;
  search: RunSearch;
  onChange: (change: RunChange) => void;
}): ReactNode {
  const { names, hasManyClients } = useWorkspace();
  const navigate = useNavigate();
  const shell = useSearch({ from: "/shell" });
  const { data } = useQuery(runFacetsQuery(props.question));
  const facets = listRunFacets(data ?? [], {
    names,
    hasManyClients,
    search: props.search,
    placeNames: shell,
  });
  const choose = ({ name, value, isChosen }: RunFacetChoice): void => {
    const next = isChosen ? undefined : value;
    if (name === "store" || name === "channel" || name === "partner")
      void navigate({ to: ".", search: (previous) => ({ ...previous, [name]: next }), resetScroll: false });
    else props.onChange({ [name]: next });
  };
  return (
    <div className={classes.facets} aria-label="Counts of this list" role="group">
      {facets.map((facet) => (
        <div key={facet.title}>
          <h3>{facet.title}</h3>
          {facet.choices.map((choice) => (
            <button key={choice.value} type="button" aria-pressed={choice.isChosen} onClick={() => choose(choice)}>
              {choice.words} <b>{formatCount(choice.count)}</b>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
