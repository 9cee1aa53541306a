import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ScopeFilterInput } from "../../../graphql/operations.js";
import { useSearchWord } from "../../../ui/use-search-word.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { DashboardState } from "../dashboard-context.js";
import type { Definition } from "../dashboard-query.js";
import { readCompared } from "../read-compared.js";
import { buildNarrowing, canNarrowBy, isNarrowed } from "./build-narrowing.js";

/** FixedPlaces are what a page is about by its own path (a store, a partner): its panels are always narrowed to it. */
export interface FixedPlaces {
  readonly client?: string | undefined;
  readonly store?: string | undefined;
  readonly channel?: string | undefined;
  readonly partner?: string | undefined;
}

/** usePageState puts together what a dashboard's panels need: the places of its path, the variables and the comparison of its address. */
export function usePageState(definition: Definition, places: FixedPlaces): DashboardState {
  const { filter: pageFilter, range, timeZone } = useWorkspace();
  const navigate = useNavigate();
  const workflow = useSearchWord("workflow");
  const compare = useSearchWord("compare");
  const hasWorkflow = readsWorkflow(definition);
  return useMemo(() => {
    const filter: ScopeFilterInput = { ...pageFilter };
    if (places.client !== undefined) filter.clients = [places.client];
    if (places.store !== undefined) filter.stores = [places.store];
    if (places.channel !== undefined) filter.channels = [places.channel];
    if (places.partner !== undefined) filter.partners = [places.partner];
    if (hasWorkflow && workflow !== undefined) filter.workflows = workflow.split(",");
    const variables = definition.variables.map(({ name }) => name);
    const held = { variables: variables.filter((name) => hasWorkflow || name !== "WORKFLOW"), places };
    return {
      ...{ definition, filter, range, timeZone },
      compared: readCompared(compare, definition.compare),
      canNarrow: (dimension) => canNarrowBy(dimension, held),
      isNarrowedTo: (key) => isNarrowed(key, filter),
      narrow: (key) =>
        void navigate({
          to: ".",
          search: (previous) => ({ ...previous, ...buildNarrowing(key, isNarrowed(key, filter)) }),
          resetScroll: false,
        }),
    };
  }, [definition, places, pageFilter, range, timeZone, workflow, compare, hasWorkflow, navigate]);
}

/** A page whose chart over time chooses a workflow says with that word of the address which one the chart shows, not what the page is narrowed to. */
function readsWorkflow({ variables, panels }: Definition): boolean {
  return variables.some(({ name }) => name === "WORKFLOW") && !panels.some(({ kind }) => kind === "TREND");
}
