import type { PersonNames } from "../incidents/describe-incident.js";
import type { IncidentStory, IncidentTransition } from "./incident-query.js";

/** TimelineRow is one thing that happened to an incident: what, by whom, and what was said about it. */
export interface TimelineRow {
  readonly id: string;
  readonly at: string;
  readonly words: string;
  readonly text: string;
  readonly tone: "fired" | "over" | "person" | "quiet";
  /** What it was decided from, where it was a decision. */
  readonly transition: IncidentTransition | null;
}

type Entry = IncidentStory["timeline"][number];

const ends: Readonly<Record<string, string>> = {
  cleared: "Over: it recovered by itself",
  no_data: "Closed, state unknown: no data came for too long",
  missing_series: "Closed, state unknown: what it watched is gone",
  rule_updated: "Closed: the rule was changed and no longer matches",
  rule_deleted: "Closed: the rule was deleted",
  rule_paused: "Closed: the rule was paused",
};

/** listTimeline puts what people and the product did in one order, the newest first. */
export function listTimeline(
  { timeline, transitions }: Pick<IncidentStory, "timeline" | "transitions">,
  nameOf: PersonNames,
): readonly TimelineRow[] {
  const told = timeline.map((entry) => describeEntry(entry, { nameOf, transitions }));
  const quiet = transitions.filter(({ kind }) => kind === "history").map(describeQuiet);
  return [...told, ...quiet].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** What the product itself did. */
const products: Readonly<Record<string, { readonly words: string; readonly tone: TimelineRow["tone"] }>> = {
  fired: { words: "Fired", tone: "fired" },
  no_data_started: { words: "No data comes any more: it stays as it is", tone: "quiet" },
  no_data_ended: { words: "Data comes again", tone: "quiet" },
  acknowledgement_expired: { words: "The acknowledgement is over, and it fires still", tone: "fired" },
};

/** What people did. */
const deeds: Readonly<Record<string, string>> = {
  acknowledged: "acknowledged it",
  withdrawn: "opened it again",
  resolved_by_hand: "resolved it",
  note: "wrote",
};

function describeEntry(
  entry: Entry,
  { nameOf, transitions }: { nameOf: PersonNames; transitions: readonly IncidentTransition[] },
): TimelineRow {
  const { id, at, kind, author, text } = entry;
  const transition = transitions.find((one) => one.kind === kind && Date.parse(one.slotAt) === Date.parse(at)) ?? null;
  const product = products[kind];
  if (product !== undefined) return { id, at, ...product, text: kind === "fired" ? text : "", transition };
  if (kind === "resolved") return { id, at, words: ends[text] ?? `Over: ${text}`, text: "", tone: "over", transition };
  const who = author === null ? "The product" : nameOf(author);
  if (kind === "assigned")
    return { id, at, words: `${who} ${describeGiving(entry, nameOf)}`, text: "", tone: "person", transition: null };
  return {
    id,
    at,
    words: `${who} ${deeds[kind] ?? kind.replaceAll("_", " ")}`,
    text,
    tone: "person",
    transition: null,
  };
}

function describeGiving({ author, text }: Entry, nameOf: PersonNames): string {
  if (text === "") return "gave it to nobody";
  return text === author ? "took it" : `gave it to ${nameOf(text)}`;
}

function describeQuiet(transition: IncidentTransition): TimelineRow {
  const isRecovering = transition.state === "recovering";
  const words = isRecovering ? "The condition is no longer met: recovering" : "The condition is met again";
  return { id: transition.id, at: transition.slotAt, words, text: "", tone: "quiet", transition };
}
