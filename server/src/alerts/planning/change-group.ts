import { addToGroup, type GroupChange } from "../group/add-to-group.js";
import type { GroupTiming } from "../group/notification-group.js";
import type { GroupDocument } from "./group-document.js";

/** How long the end of an incident that flaps is held. */
const HOLD_MS = 900_000;

/** ChangedDocument is a group after a change; `continues` names the incident whose end is no longer told because it goes on. */
export interface ChangedDocument {
  readonly document: GroupDocument;
  readonly continues: string | null;
}

/** ChangeTerms are what a change is made with. */
export interface ChangeTerms {
  readonly key: string;
  readonly timing: GroupTiming;
  /** Whether the instance flaps, and its ends are held for this contact. */
  readonly isFlapping: boolean;
}

/**
 * changeGroup puts an incident that fired or ended into a group. The end of one that flaps is held for 15 minutes; when it fires again before,
 * neither the end nor the new beginning is told.
 */
export function changeGroup(
  before: GroupDocument | undefined,
  blank: Omit<GroupDocument, "group">,
  change: GroupChange,
  terms: ChangeTerms,
): ChangedDocument {
  const document = before === undefined ? undefined : releaseFor(before, change, terms);
  const { member, at } = change;
  const isKnown = document?.group.members.some(({ incident }) => incident === member.incident) ?? false;
  if (document !== undefined && terms.isFlapping && member.state === "resolved" && isKnown) {
    const holds = document.holds.filter(({ incident }) => incident !== member.incident);
    const hold = { incident: member.incident, releaseAt: at + HOLD_MS };
    return { document: { ...document, holds: [...holds, hold] }, continues: null };
  }
  const { group, continues } = addToGroup(document?.group, change, terms);
  const rest = document ?? blank;
  const root = continues === null ? undefined : (rest.threads[continues] ?? continues);
  const threads = root === undefined ? rest.threads : { ...rest.threads, [member.incident]: root };
  return { document: { ...rest, group, threads }, continues };
}

/** A refire ends the hold of its own instance: the end happened after all, untold, and the refire goes on with it. */
function releaseFor(document: GroupDocument, { member, at }: GroupChange, terms: ChangeTerms): GroupDocument {
  if (member.state !== "firing") return document;
  const before = document.group.members.find(
    ({ fingerprint, incident }) => fingerprint === member.fingerprint && incident !== member.incident,
  );
  const isHeld = document.holds.some(({ incident }) => incident === before?.incident);
  return before === undefined || !isHeld ? document : releaseHold(document, before.incident, at, terms);
}

/** releaseHolds tells the ends whose 15 minutes passed without the incident firing again. */
export function releaseHolds(
  document: GroupDocument,
  at: number,
  terms: Omit<ChangeTerms, "isFlapping">,
): GroupDocument {
  const due = document.holds.filter(({ releaseAt }) => releaseAt <= at);
  return due.reduce((released, { incident }) => releaseHold(released, incident, at, terms), document);
}

function releaseHold(
  document: GroupDocument,
  incident: string,
  at: number,
  terms: Pick<ChangeTerms, "key" | "timing">,
): GroupDocument {
  const holds = document.holds.filter((hold) => hold.incident !== incident);
  const member = document.group.members.find((each) => each.incident === incident);
  if (member === undefined) return { ...document, holds };
  const change = { member: { ...member, state: "resolved" as const }, at };
  return { ...document, holds, group: addToGroup(document.group, change, terms).group };
}
