import type { GroupMember, GroupTiming, NotificationGroup } from "./notification-group.js";

/** NotificationReason says what a notification brings: something new, an end, or that it still fires. */
export type NotificationReason = "new" | "resolved" | "repeat";

/** GroupNotification lists what fires and can be seen, then what ended since it was told. */
export interface GroupNotification {
  readonly key: string;
  readonly tick: number;
  readonly reason: NotificationReason;
  readonly firing: readonly { readonly member: GroupMember; readonly isNew: boolean }[];
  readonly resolved: readonly GroupMember[];
}

/** FlushedGroup is the group after a tick: undefined once it is empty. */
export interface FlushedGroup {
  readonly group: NotificationGroup | undefined;
  readonly notification: GroupNotification | undefined;
  /** Incidents that fired and ended without anybody being told. */
  readonly untold: readonly string[];
}

/** FlushView is what else decides at a tick. */
export interface FlushView {
  /** Whether a firing member may be shown: neither silenced, nor inhibited, nor quiet. */
  readonly isVisible: (member: GroupMember) => boolean;
  readonly isAcknowledged?: (member: GroupMember) => boolean;
}

/**
 * flushGroup is one tick of a group: section 8.2. Whoever was told that something fires is told once that it ended, whatever is silenced or
 * inhibited by then; nobody is told the end of what they were never told (8.3). Repeats compare ticks with ticks.
 */
export function flushGroup(before: NotificationGroup, timing: GroupTiming, view: FlushView): FlushedGroup {
  const tick = before.next;
  const told = new Set(before.told);
  const firing = before.members.filter((member) => member.state === "firing" && view.isVisible(member));
  const ended = before.members.filter(({ state }) => state === "resolved");
  const resolved = ended.filter(({ incident }) => told.has(incident));
  const reason = chooseReason(before, timing, { tick, told, firing, resolved, view });
  const gone = new Set(ended.map(({ incident }) => incident));
  const members = before.members.filter(({ incident }) => !gone.has(incident));
  const nowTold = reason === undefined ? told : new Set([...told, ...firing.map(({ incident }) => incident)]);
  const group: NotificationGroup = {
    ...before,
    members,
    told: [...nowTold].filter((incident) => !gone.has(incident)),
    next: tick + timing.intervalMs,
    wasFlushed: true,
    lastSentTick: reason === undefined ? before.lastSentTick : tick,
  };
  return {
    group: members.length === 0 ? undefined : group,
    notification:
      reason === undefined
        ? undefined
        : {
            ...{ key: before.key, tick, reason, resolved },
            firing: firing.map((member) => ({ member, isNew: !told.has(member.incident) })),
          },
    untold: ended.filter(({ incident }) => !told.has(incident)).map(({ incident }) => incident),
  };
}

interface Tick {
  readonly tick: number;
  readonly told: ReadonlySet<string>;
  readonly firing: readonly GroupMember[];
  readonly resolved: readonly GroupMember[];
  readonly view: FlushView;
}

function chooseReason(
  { lastSentTick }: NotificationGroup,
  { repeatMs }: GroupTiming,
  { tick, told, firing, resolved, view }: Tick,
): NotificationReason | undefined {
  if (firing.some(({ incident }) => !told.has(incident))) return "new";
  if (resolved.length > 0) return "resolved";
  const isDue = lastSentTick !== null && tick - lastSentTick >= repeatMs;
  const isAllAcknowledged = firing.every((member) => view.isAcknowledged?.(member) ?? false);
  return firing.length > 0 && isDue && !isAllAcknowledged ? "repeat" : undefined;
}
