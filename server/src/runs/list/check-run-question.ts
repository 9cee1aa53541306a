import { readRunCursor, type RunCursor } from "./run-cursor.js";
import type { RunFilter } from "./run-filter.js";
import type { RunOrder } from "../run-words.js";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;
const MAX_SEARCH_LENGTH = 200;
/** As many steps of a variant as are told. */
const MAX_PATH_STEPS = 200;
/** A run can start ahead of a sender's clock by what is accepted at most. */
const AHEAD_MS = 10 * 60_000;

/** RunQuestion is a checked request for a page of runs. `range` is null where another condition finds the rows. */
export interface RunQuestion {
  readonly filter: RunFilter;
  readonly range: { readonly from: Date; readonly to: Date } | null;
  /** Whether ids choose the rows, so that they are looked up before anything is sorted. */
  readonly hasIds: boolean;
  readonly order: RunOrder;
  readonly first: number;
  readonly after: RunCursor | undefined;
}

/** RunRefusal says which argument is at fault and what to send instead. */
export interface RunRefusal {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** checkRunQuestion checks a request for runs and fills in what it leaves open: 50 runs, of the last 7 days unless ids or open states choose them. */
export function checkRunQuestion(
  request: { filter: RunFilter; first?: number | null | undefined; after?: string | null | undefined },
  now: Date,
): { question: RunQuestion } | { refusal: RunRefusal } {
  const { filter } = request;
  const first = request.first ?? DEFAULT_FIRST;
  const order = filter.orderBy ?? "NEWEST";
  if (first < 1 || first > MAX_FIRST)
    return refuse("first", `first is ${first}.`, `Ask for 1 to ${MAX_FIRST} runs and page on with after.`);
  if (filter.from != null && filter.to != null && filter.from >= filter.to)
    return refuse("filter.from", "from is not before to.", "Ranges are half-open: send a from earlier than to.");
  if ((filter.search ?? "").length > MAX_SEARCH_LENGTH)
    return refuse(
      "filter.search",
      "The search text is too long.",
      `Search for at most ${MAX_SEARCH_LENGTH} characters.`,
    );
  const refusal = checkSpan(filter) ?? checkPath(filter.path);
  if (refusal !== undefined) return refusal;
  const after = request.after == null ? undefined : readRunCursor(request.after);
  if (request.after != null && after?.order !== order)
    return refuse(
      "after",
      "after is not a cursor of this list.",
      "Send the endCursor of the page before, with the same orderBy.",
    );
  const hasIds = [filter.correlation, filter.entityId, filter.change, filter.search?.trim()].some(
    (id) => id != null && id !== "",
  );
  return { question: { filter, range: chooseRange(filter, hasIds, now), hasIds, order, first, after } };
}

function checkSpan({ minSeconds, maxSeconds }: RunFilter): { refusal: RunRefusal } | undefined {
  if ((minSeconds ?? 0) < 0) return refuse("filter.minSeconds", "minSeconds is below 0.", "Send seconds from 0 on.");
  return minSeconds != null && maxSeconds != null && minSeconds >= maxSeconds
    ? refuse("filter.maxSeconds", "maxSeconds is not above minSeconds.", "The span is half-open: make it longer.")
    : undefined;
}

function checkPath(path: RunFilter["path"]): { refusal: RunRefusal } | undefined {
  if (path == null) return undefined;
  if (path.workflow === "") return refuse("filter.path.workflow", "workflow is empty.", "Name one workflow.");
  const isAbsent = [path.steps, path.edge, path.has, path.lacks, path.repeats].every((part) => part == null);
  if (isAbsent) return refuse("filter.path", "path says no way.", "Name steps, edge, has, lacks or repeats.");
  return (path.steps?.length ?? 0) > MAX_PATH_STEPS
    ? refuse("filter.path.steps", "The way is too long.", `Name at most ${MAX_PATH_STEPS} steps.`)
    : undefined;
}

function chooseRange(filter: RunFilter, hasIds: boolean, now: Date): RunQuestion["range"] {
  const hasRange = filter.from != null || filter.to != null;
  const isOpenOnly = filter.states != null && filter.states.length > 0 && !filter.states.includes("FINISHED");
  if (!hasRange && (hasIds || isOpenOnly) && filter.path == null) return null;
  const to = filter.to ?? new Date(now.getTime() + AHEAD_MS);
  return { from: filter.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS), to };
}

function refuse(field: string, message: string, remedy: string): { refusal: RunRefusal } {
  return { refusal: { field, message, remedy } };
}
