import type { ExceptionFilterInput, ExceptionOrder, ScopeFilterInput } from "../../graphql/operations.js";
import type { Interval } from "../../time-range/time-range.js";

/** ExceptionSearch is how a list of exceptions stands in the URL. */
export interface ExceptionSearch {
  readonly find?: string | undefined;
  readonly state?: string | undefined;
  readonly class?: string | undefined;
  readonly workflow?: string | undefined;
  readonly order?: string | undefined;
  /** The exception whose severity is explained, as `client/id`. */
  readonly open?: string | undefined;
}

/** exceptionOrders lists the orders of a list, as the URL and people say them. */
export const exceptionOrders: readonly {
  readonly id: string;
  readonly words: string;
  readonly order: ExceptionOrder;
}[] = [
  { id: "", words: "Most severe first", order: "SEVERITY" },
  { id: "money", words: "Most money first", order: "MONEY" },
  { id: "oldest", words: "Oldest first", order: "OLDEST" },
  { id: "newest", words: "Newest first", order: "NEWEST" },
];

/** exceptionStates lists the states one can filter by; what was resolved is looked for in the range of the page. */
export const exceptionStates = [
  { id: "", words: "Open" },
  { id: "resolved", words: "Resolved" },
  { id: "any", words: "Open and resolved" },
] as const;

/** buildExceptionFilter reads the URL of a list as the server's filter; open exceptions are shown whenever they were raised. */
export function buildExceptionFilter(
  search: ExceptionSearch,
  scope: ScopeFilterInput,
  interval: Interval,
): ExceptionFilterInput {
  const [client, workflow] = search.workflow?.split("/") ?? [];
  const narrowed: ScopeFilterInput = { ...scope };
  if (client !== undefined && workflow !== undefined)
    Object.assign(narrowed, { clients: [client], workflows: [workflow] });
  if (search.class !== undefined) narrowed.exceptionClasses = [search.class];
  const filter: ExceptionFilterInput = {
    scope: narrowed,
    orderBy: exceptionOrders.find(({ id }) => id === (search.order ?? ""))?.order ?? "SEVERITY",
  };
  if (search.find !== undefined) filter.search = search.find;
  if (search.state !== "resolved" && search.state !== "any") return filter;
  return {
    ...filter,
    states: search.state === "any" ? ["OPEN", "RESOLVED"] : ["RESOLVED"],
    ...{ from: interval.from.toISOString(), to: interval.to.toISOString() },
  };
}
