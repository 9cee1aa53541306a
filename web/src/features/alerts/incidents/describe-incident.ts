import { formatCode } from "../../../format/format-code.js";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstant } from "../../../format/format-instant.js";
import type { IncidentRowFragment } from "../../../graphql/operations.js";
import type { Names } from "../../../registry/build-names.js";
import type { State } from "../../../ui/state-shape.js";

type Incident = IncidentRowFragment;

const severityStates: Readonly<Record<Incident["severity"], State>> = { CRITICAL: "late", WARNING: "risk", INFO: "ok" };

/** chooseIncidentShape gives the shape of an incident: that of its severity while it lasts, a circle when it is over, hatched where its end is unknown. */
export function chooseIncidentShape({ severity, status, resolveReason }: Incident): State {
  if (status !== "RESOLVED") return severityStates[severity];
  return resolveReason === "no_data" ? "none" : "ok";
}

const reasons: Readonly<Record<string, string>> = {
  cleared: "recovered by itself",
  no_data: "closed, state unknown: no data came for too long",
  missing_series: "closed, state unknown: what it watched is gone",
  rule_updated: "closed: its rule was changed",
  rule_deleted: "closed: its rule was deleted",
  rule_paused: "closed: its rule was paused",
  manual: "closed by a person",
};

/** describeEnd says why an incident is over; never "recovered" where nobody could see that. */
export function describeEnd({ resolveReason, isMuted }: Pick<Incident, "resolveReason" | "isMuted">): string {
  const words = reasons[resolveReason ?? "cleared"] ?? resolveReason ?? "";
  return isMuted ? `${words} while it fires still: quiet until it recovers` : words;
}

/** listPlaces names where an incident is, the smallest place first. */
export function listPlaces(
  { client, store, channel, partner }: Pick<Incident, "client" | "store" | "channel" | "partner">,
  names: Names,
): readonly string[] {
  const of = client ?? "";
  const places = [
    store === null ? "" : names.store(of, store),
    partner === null ? "" : names.partner(of, partner),
    channel === null ? "" : names.channel(of, channel),
    client === null ? "" : names.client(client),
  ];
  return places.filter((place) => place !== "");
}

const named = ["client", "store", "channel", "partner", "workflow"] as const;

/** renderIncidentTitle writes the sentence of an incident with the names people know in the place of ids. */
export function renderIncidentTitle({ title, labels, client }: Incident, names: Names): string {
  const of = client ?? "";
  const valueOf = (name: string): string => labels.find((label) => label.name === name)?.value ?? "";
  const places = named.reduce((text, name) => {
    const id = valueOf(name);
    if (id === "") return text;
    const words = name === "client" ? names.client(id) : names[name](of, id);
    return replaceWord(text, id, words);
  }, title);
  const metric = valueOf("metric");
  return metric === "" ? places : replaceWord(places, metric, formatCode(metric));
}

const subjects = ["workflow", "source", "measure", "change"] as const;

/** listSubjects names what an incident is about beside its place: a workflow, a source. It tells incidents of one rule and one place apart. */
export function listSubjects({ labels, client }: Pick<Incident, "labels" | "client">, names: Names): readonly string[] {
  return subjects.flatMap((subject) => {
    const id = labels.find(({ name }) => name === subject)?.value ?? "";
    if (id === "") return [];
    return [subject === "workflow" ? names.workflow(client ?? "", id) : id];
  });
}

/** Only where the id stands alone: "web" is not part of "website", and "5" not of "5 %" or "0.5". */
function replaceWord(text: string, id: string, words: string): string {
  const pattern = new RegExp(`(?<![\\w.,-])${id.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-]|[.,]\\d| ?%)`, "g");
  return text.replaceAll(pattern, () => words);
}

/** PersonNames gives the name of a person by id; one who is not known any more is "somebody who left". */
export type PersonNames = (id: string | null) => string;

/** buildPersonNames builds that from the people of an answer. */
export function buildPersonNames(people: readonly { readonly id: string; readonly name: string }[]): PersonNames {
  const known = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? "" : (known.get(id) ?? "somebody who left"));
}

/** describeHolder says who has an incident: the first line and the second. */
export function describeHolder(
  incident: Pick<Incident, "status" | "owner" | "acknowledgedBy" | "acknowledgedUntil">,
  { nameOf, timeZone, now }: { readonly nameOf: PersonNames; readonly timeZone: string; readonly now: Date },
): { readonly who: string; readonly note: string } {
  const { status, owner, acknowledgedBy, acknowledgedUntil } = incident;
  if (status !== "ACKNOWLEDGED")
    return { who: owner === null ? "" : nameOf(owner), note: owner === null ? "" : "owner" };
  const until = acknowledgedUntil === null ? "" : ` until ${formatInstant(new Date(acknowledgedUntil), timeZone, now)}`;
  if (owner === null || owner === acknowledgedBy) return { who: nameOf(acknowledgedBy), note: `acknowledged${until}` };
  return { who: nameOf(owner), note: `acknowledged by ${nameOf(acknowledgedBy)}${until}` };
}

/** renderAge says how long an incident has lasted, or lasted. */
export function renderAge({ firedAt, resolvedAt }: Pick<Incident, "firedAt" | "resolvedAt">, now: Date): string {
  const end = resolvedAt === null ? now.getTime() : Date.parse(resolvedAt);
  const seconds = Math.max(0, (end - Date.parse(firedAt)) / 1000);
  return seconds < 60 ? "under 1 min" : formatDuration(seconds - (seconds % 60));
}
