import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ScopeFilterInput } from "../../../graphql/operations.js";
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
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const workflow = "workflow" in search && typeof search.workflow === "string" ? search.workflow : undefined;
  const compare = "compare" in search && typeof search.compare === "string" ? search.compare : undefined;
  const hasWorkflow = definition.variables.some(({ name }) => name === "WORKFLOW");
  return useMemo(() => {
    const filter: ScopeFilterInput = { ...pageFilter };
    if (places.client !== undefined) filter.clients = [places.client];
    if (places.store !== undefined) filter.stores = [places.store];
    if (places.channel !== undefined) filter.channels = [places.channel];
    if (places.partner !== undefined) filter.partners = [places.partner];
    if (hasWorkflow && workflow !== undefined) filter.workflows = workflow.split(",");
    const held = { variables: definition.variables.map(({ name }) => name), places };
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
