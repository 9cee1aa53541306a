import type {
  RejectedEventFilterInput,
  RejectionReason,
  ScopeFilterInput,
  StartReplayInput,
} from "../../graphql/operations.js";
import type { Interval } from "../../time-range/time-range.js";
import { rejectionWords } from "./rejection-words.js";

/** RejectedSearch is how a list of refused events stands in the URL. */
export interface RejectedSearch {
  /** A reason, in small letters. */
  readonly reason?: string | undefined;
  /** The source they are of. */
  readonly of?: string | undefined;
}

/** readReason reads a reason from the URL; null when nobody knows it. */
export function readReason(text: string | undefined): RejectionReason | null {
  const reasons = Object.keys(rejectionWords) as RejectionReason[];
  return reasons.find((reason) => reason.toLowerCase() === text) ?? null;
}

/** buildRejectedFilter reads the URL as the server's filter. */
export function buildRejectedFilter(
  search: RejectedSearch,
  scope: ScopeFilterInput,
  { from, to }: Interval,
): RejectedEventFilterInput {
  const reason = readReason(search.reason);
  return {
    scope: search.of === undefined ? scope : { ...scope, sources: [search.of] },
    ...{ from: from.toISOString(), to: to.toISOString() },
    ...(reason === null ? {} : { reasons: [reason] }),
  };
}

/**
 * buildReplayInput writes the replay of exactly what a filter lists; undefined where a replay cannot be narrowed so far: it knows clients,
 * sources and reasons, no places.
 */
export function buildReplayInput(filter: RejectedEventFilterInput): StartReplayInput | undefined {
  const { clients, sources, ...places } = filter.scope ?? {};
  if (Object.values(places).some((ids) => ids != null && ids.length > 0)) return undefined;
  return {
    what: "REJECTED",
    by: "RECEIVED_AT",
    from: filter.from ?? null,
    to: filter.to ?? null,
    ...(clients == null ? {} : { clients }),
    ...(sources == null ? {} : { sources }),
    ...(filter.reasons == null ? {} : { reasons: filter.reasons }),
  };
}
