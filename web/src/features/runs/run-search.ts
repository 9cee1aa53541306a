import type { RunFilterInput, RunOrder, RunState, ScopeFilterInput } from "../../graphql/operations.js";

/** RunSearch is how a list of runs stands in the URL. */
export interface RunSearch {
  readonly find?: string | undefined;
  readonly state?: string | undefined;
  readonly order?: string | undefined;
  readonly workflow?: string | undefined;
  readonly change?: string | undefined;
}

/** runStates lists the states one can filter by, as the URL and people say them. */
export const runStates: readonly {
  readonly id: string;
  readonly words: string;
  readonly states: readonly RunState[];
}[] = [
  { id: "", words: "Any state", states: [] },
  { id: "overdue", words: "Overdue", states: ["OVERDUE"] },
  { id: "risk", words: "At risk", states: ["AT_RISK"] },
  { id: "open", words: "Open", states: ["OPEN", "AT_RISK", "OVERDUE"] },
  { id: "finished", words: "Finished", states: ["FINISHED"] },
];

/** runOrders lists the orders of a list. */
export const runOrders: readonly { readonly id: string; readonly words: string; readonly order: RunOrder }[] = [
  { id: "", words: "Newest first", order: "NEWEST" },
  { id: "due", words: "Longest overdue first", order: "OLDEST_DUE" },
  { id: "money", words: "Most money first", order: "MONEY" },
];

/** buildRunFilter reads the URL of a list as the server's filter. */
export function buildRunFilter(search: RunSearch, scope: ScopeFilterInput): Omit<RunFilterInput, "from" | "to"> {
  const [client, workflow] = search.workflow?.split("/") ?? [];
  const narrowed: ScopeFilterInput = { ...scope };
  if (client !== undefined && workflow !== undefined)
    Object.assign(narrowed, { clients: [client], workflows: [workflow] });
  const filter: Omit<RunFilterInput, "from" | "to"> = { scope: narrowed };
  const states = runStates.find((entry) => entry.id === search.state)?.states ?? [];
  if (states.length > 0) filter.states = [...states];
  filter.orderBy = runOrders.find((entry) => entry.id === (search.order ?? ""))?.order ?? "NEWEST";
  if (search.find !== undefined) filter.search = search.find;
  if (search.change !== undefined) filter.change = search.change;
  return filter;
}

/** looksAtAllTime says that a list ignores the range: what is open now may have started long before it, and a search looks everywhere. */
export function looksAtAllTime(search: RunSearch): boolean {
  return (
    search.find !== undefined || search.change !== undefined || ["overdue", "risk", "open"].includes(search.state ?? "")
  );
}
