import type { Outcome, RunFilterInput, RunOrder, RunState, ScopeFilterInput } from "../../graphql/operations.js";
import { readRunPath } from "../../run-path/run-path.js";

/** RunSearch is how a list of runs stands in the URL. */
export interface RunSearch {
  readonly find?: string | undefined;
  readonly state?: string | undefined;
  readonly order?: string | undefined;
  readonly workflow?: string | undefined;
  readonly change?: string | undefined;
  readonly outcome?: string | undefined;
  readonly error?: string | undefined;
  /** Seconds a run took at least, or has been open for. */
  readonly took?: string | undefined;
  readonly version?: string | undefined;
  /** The way runs of one workflow went, as `writeRunPath` writes it. */
  readonly path?: string | undefined;
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
  { id: "longest", words: "Longest first", order: "LONGEST" },
];

/** runOutcomes lists the outcomes one can filter by. */
export const runOutcomes: readonly { readonly id: string; readonly words: string; readonly outcome: Outcome | null }[] =
  [
    { id: "", words: "Any outcome", outcome: null },
    { id: "succeeded", words: "Succeeded", outcome: "SUCCEEDED" },
    { id: "failed", words: "Failed", outcome: "FAILED" },
    { id: "dead_lettered", words: "Dead-lettered", outcome: "DEAD_LETTERED" },
    { id: "cancelled", words: "Cancelled", outcome: "CANCELLED" },
    { id: "compensated", words: "Compensated", outcome: "COMPENSATED" },
  ];

/** buildRunFilter reads the URL of a list as the server's filter. */
export function buildRunFilter(search: RunSearch, scope: ScopeFilterInput): Omit<RunFilterInput, "from" | "to"> {
  const filter: Omit<RunFilterInput, "from" | "to"> = { scope: narrowScope(search, scope) };
  const states = runStates.find((entry) => entry.id === search.state)?.states ?? [];
  if (states.length > 0) filter.states = [...states];
  filter.orderBy = runOrders.find((entry) => entry.id === (search.order ?? ""))?.order ?? "NEWEST";
  if (search.find !== undefined) filter.search = search.find;
  if (search.change !== undefined) filter.change = search.change;
  if (search.version !== undefined) filter.workflowVersions = [search.version];
  const seconds = Number(search.took ?? "");
  if (Number.isFinite(seconds) && seconds > 0) filter.minSeconds = seconds;
  const path = readRunPath(search.path);
  if (path !== null) filter.path = path;
  return filter;
}

function narrowScope(search: RunSearch, scope: ScopeFilterInput): ScopeFilterInput {
  const [client, workflow] = search.workflow?.split("/") ?? [];
  const narrowed: ScopeFilterInput = { ...scope };
  if (client !== undefined && workflow !== undefined)
    Object.assign(narrowed, { clients: [client], workflows: [workflow] });
  const outcome = runOutcomes.find(({ id }) => id === (search.outcome ?? ""))?.outcome ?? null;
  if (outcome !== null) narrowed.outcomes = [outcome];
  if (search.error !== undefined) narrowed.errorClasses = [search.error];
  return narrowed;
}

/** looksAtAllTime says that a list ignores the range: what is open now may have started long before it, and a search looks everywhere. A way is asked of runs that ended in the range. */
export function looksAtAllTime(search: RunSearch): boolean {
  if (readRunPath(search.path) !== null) return false;
  return (
    search.find !== undefined || search.change !== undefined || ["overdue", "risk", "open"].includes(search.state ?? "")
  );
}
