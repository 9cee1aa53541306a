import type { GroupMember, GroupTiming, NotificationGroup } from "./notification-group.js";

/** GroupChange is an incident that fires or is resolved at an instant, in epoch milliseconds. */
export interface GroupChange {
  readonly member: GroupMember;
  readonly at: number;
}

/** ChangedGroup is a group after a change; `continues` names the incident that a refire goes on with, because its end was never told. */
export interface ChangedGroup {
  readonly group: NotificationGroup;
  readonly continues: string | null;
}

/** addToGroup makes or changes the group of an incident: section 8.2, with the fast resolve and the haste for what is critical. */
export function addToGroup(
  before: NotificationGroup | undefined,
  { member, at }: GroupChange,
  { key, timing }: { readonly key: string; readonly timing: GroupTiming },
): ChangedGroup {
  const group = before ?? openGroup(key, at + timing.waitMs);
  const isKnown = group.members.some(({ incident }) => incident === member.incident);
  const ended = group.members.find(
    ({ fingerprint, state, incident }) =>
      fingerprint === member.fingerprint && state === "resolved" && incident !== member.incident,
  );
  const continues = member.state === "firing" && ended !== undefined ? ended : undefined;
  const wasTold = continues !== undefined && group.told.includes(continues.incident);
  const others = group.members.filter(
    ({ incident }) => incident !== member.incident && incident !== continues?.incident,
  );
  const changed: NotificationGroup = {
    ...group,
    members: [...others, member],
    // The end of the incident before was not told, so what was told about it holds for the one that goes on with it.
    told: wasTold ? [...group.told.filter((incident) => incident !== continues.incident), member.incident] : group.told,
  };
  const isHasty = changed.wasFlushed && (isNewCritical(member, isKnown) || isQuiet(changed));
  const next = isHasty ? Math.min(changed.next, at + timing.waitMs) : changed.next;
  return { group: { ...changed, next }, continues: continues?.incident ?? null };
}

function openGroup(key: string, next: number): NotificationGroup {
  return { key, members: [], told: [], next, wasFlushed: false, lastSentTick: null };
}

function isNewCritical({ state, isCritical }: GroupMember, isKnown: boolean): boolean {
  return state === "firing" && isCritical && !isKnown;
}

function isQuiet({ members }: NotificationGroup): boolean {
  return members.every(({ state }) => state === "resolved");
}
