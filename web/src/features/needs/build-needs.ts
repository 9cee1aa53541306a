import { formatDuration } from "../../format/format-duration.js";
import { formatInstant } from "../../format/format-instant.js";
import { formatMoneyList } from "../../format/format-money.js";
import type { Need, NeedTarget, QuietPlace } from "./need.js";
import type { Obligation } from "./obligations-query.js";

interface NeedsOptions {
  readonly now: Date;
  readonly timeZone: string;
}

/** buildNeeds lists what needs somebody: obligations as the server ranked them (worst money first), then what went quiet, longest first. */
export function buildNeeds(
  obligations: readonly Obligation[],
  quiet: readonly QuietPlace[],
  options: NeedsOptions,
): readonly Need[] {
  return [
    ...obligations.map((group) => buildObligationNeed(group, options)),
    ...quiet.map((place) => buildQuietNeed(place)),
  ];
}

function buildObligationNeed(group: Obligation, options: NeedsOptions): Need {
  const due = group.oldestDueAt === null ? null : new Date(group.oldestDueAt);
  const lateSeconds = due === null ? null : (options.now.getTime() - due.getTime()) / 1000;
  return {
    kind: "obligation",
    key: `due ${group.client} ${group.workflow} ${group.change ?? ""}`,
    state: group.state === "OVERDUE" ? "late" : "risk",
    title: group.title,
    detail: group.detail,
    since: lateSeconds === null ? "" : renderLateness(lateSeconds, group.runs),
    sinceNote: due === null ? "no deadline" : `due ${formatInstant(due, options.timeZone, options.now)}`,
    money: formatMoneyList(group.money),
    moneyNote: group.money.length === 0 ? "no money known" : "at risk",
    target: chooseTarget(group),
  };
}

function renderLateness(seconds: number, runs: number): string {
  const words =
    seconds >= 0 ? `${formatDuration(Math.round(seconds))} late` : `due in ${formatDuration(Math.round(-seconds))}`;
  return runs > 1 && seconds >= 0 ? `up to ${words}` : words;
}

function chooseTarget(group: Obligation): NeedTarget {
  const { client, workflow } = group;
  return group.runs === 1
    ? { page: "run", client, workflow, run: group.sample.id }
    : { page: "runs", client, workflow, change: group.change };
}

function buildQuietNeed(place: QuietPlace): Need {
  return {
    kind: "quiet",
    key: `quiet ${place.key}`,
    state: "none",
    title: place.title,
    detail: place.detail,
    since: place.silentSeconds === null ? "never seen" : `silent ${formatDuration(Math.round(place.silentSeconds))}`,
    sinceNote: `expected every ${formatDuration(place.cadenceSeconds)}`,
    money: "",
    moneyNote: "not measured",
    target: place.store === null ? { page: "stores" } : { page: "store", client: place.client, store: place.store },
  };
}
