import type { RunFacetName } from "../../graphql/operations.js";
import type { Names } from "../../registry/build-names.js";
import { runOutcomes, runStates, type RunSearch } from "./run-search.js";
import type { RunFacet } from "./runs-query.js";

/** RunFacetChoice is one value that narrows a list of runs, with how many have it. */
export interface RunFacetChoice {
  /** The part of the address it sets. */
  readonly name: "state" | "outcome" | "workflow" | "error" | "version" | "store" | "channel" | "partner";
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly isChosen: boolean;
}

interface Known {
  readonly names: Names;
  readonly search: RunSearch;
  /** Whether a value must name its client to be clear. */
  readonly hasManyClients: boolean;
  /** The store, channel and partner of the address. */
  readonly placeNames: { readonly [name in "store" | "channel" | "partner"]?: string | undefined };
}

const shownAtMost = 4;
const titles: Readonly<Record<RunFacetName, string>> = {
  STATE: "State",
  OUTCOME: "Outcome",
  WORKFLOW: "Workflow",
  ERROR_CLASS: "Error",
  STORE: "Store",
  CHANNEL: "Channel",
  PARTNER: "Partner",
  WORKFLOW_VERSION: "Version",
};

/**
 * listRunFacets writes the counts of a list as choices: the values most runs have, at most four a facet and the chosen one. A facet in
 * which all runs are the same is left out: it narrows nothing.
 */
export function listRunFacets(
  facets: readonly RunFacet[],
  known: Known,
): readonly { readonly title: string; readonly choices: readonly RunFacetChoice[] }[] {
  return facets.flatMap(({ facet, values }) => {
    const choices = values.map((value) => buildChoice(facet, value, known));
    const hasChosen = choices.some(({ isChosen }) => isChosen);
    if (choices.length < 2 && !hasChosen) return [];
    return [
      {
        title: titles[facet],
        choices: choices.filter(({ isChosen }, place) => place < shownAtMost || isChosen),
      },
    ];
  });
}

function buildChoice(facet: RunFacetName, value: RunFacet["values"][number], known: Known): RunFacetChoice {
  const { names, search, placeNames } = known;
  const { id, count } = value;
  const client = value.client ?? "";
  const build = (name: RunFacetChoice["name"], text: string, title: string): RunFacetChoice => ({
    ...{ name, value: text, count },
    words: client !== "" && known.hasManyClients ? `${title}, ${names.client(client)}` : title,
    isChosen: (name === "store" || name === "channel" || name === "partner" ? placeNames[name] : search[name]) === text,
  });
  switch (facet) {
    case "STATE": {
      const state = runStates.find(({ states }) => states[0] === id);
      return build("state", state?.id ?? "", state?.words ?? id);
    }
    case "OUTCOME": {
      const outcome = runOutcomes.find((each) => each.outcome === id);
      return build("outcome", outcome?.id ?? "", outcome?.words ?? id);
    }
    case "WORKFLOW":
      return build("workflow", `${client}/${id}`, names.workflow(client, id));
    case "ERROR_CLASS":
      return build("error", id, id);
    case "WORKFLOW_VERSION":
      return build("version", id, id);
    case "STORE":
      return build("store", `${client}/${id}`, names.store(client, id));
    case "CHANNEL":
      return build("channel", `${client}/${id}`, names.channel(client, id));
    case "PARTNER":
      return build("partner", `${client}/${id}`, names.partner(client, id));
  }
}
