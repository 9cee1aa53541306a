import { createHash } from "node:crypto";
import type { Notice, NoticeIncident, NoticeKind } from "../channels/notice.js";
import { findWorstSeverity } from "../channels/text/render-headline.js";
import type { GroupNotification } from "../group/flush-group.js";
import type { AlertSeverity } from "../publish/transition-sink.js";
import type { GroupDocument } from "./group-document.js";
import type { IncidentFacts } from "./incident-facts.js";

const MAX_INCIDENTS = 100;

/** hashParts makes an id of what it is made of: 64 hexadecimal digits. */
export function hashParts(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** NoticeParts are what a notification of a group is written from. */
export interface NoticeParts {
  readonly document: GroupDocument;
  readonly notification: GroupNotification;
  readonly facts: ReadonlyMap<string, IncidentFacts>;
  readonly remarks: readonly string[];
  readonly at: number;
}

/** buildGroupNotice writes what a group tells at a tick, with the id of its delivery: the same for the same tick. */
export function buildGroupNotice({ document, notification, facts, remarks, at }: NoticeParts): Notice {
  const firing = notification.firing.flatMap(({ member, isNew }) =>
    list(facts, member.incident, { state: "firing", isNew }),
  );
  const resolved = notification.resolved.flatMap(({ incident }) =>
    list(facts, incident, { state: "resolved", isNew: false }),
  );
  const all = [...firing, ...resolved];
  const told = all.map(({ incident, state }) => `${incident} ${state}`);
  return {
    kind: firing.length > 0 ? "fired" : "resolved",
    delivery: hashParts(document.group.key, document.contact, at, ...told),
    thread: findThread(document, all[0], at),
    at: document.mode === "event" ? findEventTime(all[0], at) : at,
    incidents: all.slice(0, MAX_INCIDENTS),
    more: Math.max(0, all.length - MAX_INCIDENTS),
    remarks,
  };
}

/** findStream names what must go in order: an incident, or a whole group. */
export function findStream(document: GroupDocument, incident: string): string {
  return document.mode === "event" ? (document.threads[incident] ?? incident) : document.group.key;
}

/** findSeverity is how bad what a notice tells is: of what fires, else of what ended. */
export function findSeverity({ incidents }: Pick<Notice, "incidents">): AlertSeverity {
  const firing = incidents.filter(({ state }) => state === "firing");
  return findWorstSeverity(firing.length > 0 ? firing : incidents);
}

/** buildSingleNotice tells one thing about one incident. */
export function buildSingleNotice(
  kind: NoticeKind,
  facts: IncidentFacts,
  given: {
    readonly delivery: string;
    readonly at: number;
    readonly thread?: string;
    readonly remarks?: readonly string[];
  },
): Notice {
  const { incident } = facts.notice;
  const { delivery, at, thread = incident, remarks = [] } = given;
  return { kind, delivery, thread, at, incidents: [facts.notice], more: 0, remarks };
}

function list(
  facts: ReadonlyMap<string, IncidentFacts>,
  incident: string,
  as: Pick<NoticeIncident, "state" | "isNew">,
): NoticeIncident[] {
  const known = facts.get(incident)?.notice;
  if (known === undefined) return [];
  return [as.state === "firing" ? { ...known, ...as, resolvedAt: null, reason: null } : { ...known, ...as }];
}

/** A mailbox keeps a day of a group together, and an incident for as long as it lasts. */
function findThread(document: GroupDocument, first: NoticeIncident | undefined, at: number): string {
  if (document.mode === "event" && first !== undefined) return findStream(document, first.incident);
  return `${hashParts(document.group.key).slice(0, 40)}.${new Date(at).toISOString().slice(0, 10)}`;
}

function findEventTime(first: NoticeIncident | undefined, at: number): number {
  return (first?.state === "firing" ? first.firedAt : first?.resolvedAt) ?? at;
}
