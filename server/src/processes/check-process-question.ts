import { FILTER_COLUMNS } from "../metrics/compiler/build-reach-conditions.js";
import type { ReachFilter } from "../scope/reach.js";
import type { ProcessQuestion, ProcessRequest } from "./process-question.js";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;
const MAX_FILTER_IDS = 1_000;

/** ProcessRefusal says which argument is at fault and what to send instead. */
export interface ProcessRefusal {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** ProcessCheck is a checked question, or the first reason why not. */
export type ProcessCheck = { readonly question: ProcessQuestion } | { readonly refusal: ProcessRefusal };

/** checkProcessQuestion refuses what cannot be answered, each with the argument and the remedy. */
export function checkProcessQuestion(request: ProcessRequest, now: Date): ProcessCheck {
  const { workflow, from, to } = request;
  const limit = request.limit ?? DEFAULT_LIMIT;
  if (workflow === "") return refuse("workflow", "workflow is empty.", "Name one workflow.");
  if (from >= to) return refuse("from", "from is not before to.", "The range is half-open: make from earlier than to.");
  if (limit < 1 || limit > MAX_LIMIT)
    return refuse("limit", `limit is ${limit}.`, `Ask for 1 to ${MAX_LIMIT} variants; the rest is summed as others.`);
  const refusal = checkFilter(request.filter ?? {});
  if (refusal !== undefined) return refusal;
  const filter = addClient(request.filter ?? {}, request.client);
  return {
    question: { workflow, filter, from, asOf: to < now ? to : now, limit, isMerged: request.mergeRepeats ?? false },
  };
}

function checkFilter(filter: ReachFilter): ProcessCheck | undefined {
  for (const [name, ids] of Object.entries(filter)) {
    if (!Array.isArray(ids)) continue;
    const columns: Partial<Record<string, string>> | undefined = (
      FILTER_COLUMNS as Record<string, Partial<Record<string, string>>>
    )[name];
    if (columns !== undefined && columns["run"] === undefined)
      return refuse(`filter.${name}`, `Runs cannot be filtered by ${name}.`, "Leave it out.");
    if (ids.length > MAX_FILTER_IDS)
      return refuse(`filter.${name}`, `${ids.length} ids were given.`, `Give at most ${MAX_FILTER_IDS}.`);
  }
  return undefined;
}

/** A client beside a filter narrows it: a run must be of both. */
function addClient(filter: ReachFilter, client: string | null | undefined): ReachFilter {
  if (client == null) return filter;
  const clients = filter.clients == null || filter.clients.includes(client) ? [client] : [];
  return { ...filter, clients };
}

function refuse(field: string, message: string, remedy: string): ProcessCheck {
  return { refusal: { field, message, remedy } };
}
