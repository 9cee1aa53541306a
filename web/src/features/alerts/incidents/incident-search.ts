import type { IncidentFilterInput, IncidentOrder, ScopeFilterInput } from "../../../graphql/operations.js";
import type { Interval } from "../../../time-range/time-range.js";

/** IncidentSearch is how a list of incidents stands in the URL. */
export interface IncidentSearch {
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
  readonly rule?: string | undefined;
  readonly find?: string | undefined;
  /** The incident whose alerts are shown below it. */
  readonly open?: string | undefined;
}

/** IncidentChange sets parts of the address of a list. */
export type IncidentChange = { readonly [name in keyof IncidentSearch]?: string | undefined };

/** incidentStates lists what one can look at, as the URL and people say it. */
export const incidentStates = [
  { id: "", words: "Firing" },
  { id: "open", words: "Firing, not acknowledged" },
  { id: "acknowledged", words: "Firing, acknowledged" },
  { id: "pending", words: "Pending and recovering" },
  { id: "resolved", words: "Over, in the range" },
] as const;

/** incidentSeverities lists the severities one can filter by. */
export const incidentSeverities = [
  { id: "", words: "Any severity" },
  { id: "critical", words: "Critical" },
  { id: "warning", words: "Warning" },
  { id: "info", words: "Info" },
] as const;

const statuses: Readonly<Record<string, NonNullable<IncidentFilterInput["statuses"]>>> = {
  open: ["OPEN"],
  acknowledged: ["ACKNOWLEDGED"],
  resolved: ["RESOLVED"],
};
const severities: Readonly<Record<string, NonNullable<IncidentFilterInput["severities"]>>> = {
  critical: ["CRITICAL"],
  warning: ["WARNING"],
  info: ["INFO"],
};

/** isOver says that a list looks back: at what was over, in the range of the page. */
export function isOver({ state }: IncidentSearch): boolean {
  return state === "resolved";
}

/** buildIncidentQuestion reads the URL of a list as the server's filter and order: what fires with the worst first, what is over with the newest. */
export function buildIncidentQuestion(
  search: IncidentSearch,
  scope: ScopeFilterInput,
  interval: Interval,
): { readonly filter: IncidentFilterInput; readonly orderBy: IncidentOrder } {
  const filter: IncidentFilterInput = {
    scope,
    isGrouped: true,
    statuses: statuses[search.state ?? ""] ?? ["OPEN", "ACKNOWLEDGED"],
  };
  const severity = severities[search.severity ?? ""];
  if (severity !== undefined) filter.severities = severity;
  if (search.rule !== undefined) filter.rules = [search.rule];
  if (search.find !== undefined) filter.search = search.find;
  if (!isOver(search)) return { filter, orderBy: "WORST" };
  const range = { from: interval.from.toISOString(), to: interval.to.toISOString() };
  return { filter: { ...filter, ...range }, orderBy: "NEWEST" };
}
