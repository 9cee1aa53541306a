import { readExceptionCursor, type ExceptionCursor } from "./exception-cursor.js";
import type { ExceptionFilter } from "./exception-filter.js";
import type { ExceptionOrder, ExceptionState } from "./exception-words.js";

const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;
const MAX_SEARCH_LENGTH = 200;
const DEFAULT_RANGE_MS = 30 * 86_400_000;

/** ExceptionQuestion is a checked request for a page of exceptions. `range` null = whenever they were raised. */
export interface ExceptionQuestion {
  readonly filter: ExceptionFilter;
  readonly states: readonly ExceptionState[];
  readonly range: { readonly from: Date; readonly to: Date } | null;
  readonly search: string;
  readonly order: ExceptionOrder;
  readonly first: number;
  readonly after: ExceptionCursor | undefined;
  /** The instant by which exceptions are open and have an age. */
  readonly asOf: Date;
}

/** ExceptionRefusal says which argument is at fault and what to send instead. */
export interface ExceptionRefusal {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** ExceptionCheck is a checked question, or the first reason why not. */
export type ExceptionCheck = { readonly question: ExceptionQuestion } | { readonly refusal: ExceptionRefusal };

/** checkExceptionQuestion checks a request for exceptions and fills in what it leaves open: 50 open ones, worst first; resolved ones of the last 30 days. */
export function checkExceptionQuestion(
  request: { filter: ExceptionFilter; first?: number | null | undefined; after?: string | null | undefined },
  now: Date,
): ExceptionCheck {
  const { filter } = request;
  const first = request.first ?? DEFAULT_FIRST;
  const order = filter.orderBy ?? "SEVERITY";
  const search = filter.search?.trim() ?? "";
  if (first < 1 || first > MAX_FIRST)
    return refuse("first", `first is ${first}.`, `Ask for 1 to ${MAX_FIRST} exceptions and page on with after.`);
  if (filter.from != null && filter.to != null && filter.from >= filter.to)
    return refuse("filter.from", "from is not before to.", "Ranges are half-open: send a from earlier than to.");
  if (search.length > MAX_SEARCH_LENGTH)
    return refuse(
      "filter.search",
      "The search text is too long.",
      `Search for at most ${MAX_SEARCH_LENGTH} characters.`,
    );
  const after = request.after == null ? undefined : readExceptionCursor(request.after);
  if (request.after != null && (after?.order !== order || after.asOfMs > now.getTime()))
    return refuse(
      "after",
      "after is not a cursor of this list.",
      "Send the endCursor of the page before, with the same orderBy.",
    );
  const states = filter.states ?? ["OPEN"];
  const asOf = after === undefined ? now : new Date(after.asOfMs);
  return {
    question: { filter, states, range: chooseRange(filter, states, asOf), search, order, first, after, asOf },
  };
}

/** What is open now may have been raised long ago. */
function chooseRange(
  { from, to }: ExceptionFilter,
  states: readonly ExceptionState[],
  asOf: Date,
): ExceptionQuestion["range"] {
  if (from == null && to == null && !states.includes("RESOLVED")) return null;
  const end = to ?? new Date(asOf.getTime() + 1);
  return { from: from ?? new Date(end.getTime() - DEFAULT_RANGE_MS), to: end };
}

function refuse(field: string, message: string, remedy: string): ExceptionCheck {
  return { refusal: { field, message, remedy } };
}
