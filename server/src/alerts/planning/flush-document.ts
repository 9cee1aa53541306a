import { flushGroup, type GroupNotification } from "../group/flush-group.js";
import type { GroupMember, GroupTiming, NotificationGroup } from "../group/notification-group.js";
import type { GroupDocument } from "./group-document.js";

/** MUTES are why a firing incident is not told at a tick. */
export type MuteReason = "silenced" | "inhibited" | "no_permission";

/** DocumentView is what else decides at a tick. */
export interface DocumentView {
  readonly timing: GroupTiming;
  readonly findMute: (member: GroupMember) => MuteReason | undefined;
  readonly isAcknowledged: (member: GroupMember) => boolean;
  /** When the quiet hours that keep a member back end, in epoch milliseconds; undefined = nothing keeps it back. */
  readonly findQuietEnd: (member: GroupMember) => number | undefined;
}

/** FlushedDocument is what a tick makes of a document. */
export interface FlushedDocument {
  /** undefined once it is empty. */
  readonly document: GroupDocument | undefined;
  readonly notification: GroupNotification | undefined;
  /** Incidents that fired and ended without being told. */
  readonly untold: readonly string[];
  /** Why those that fire and were never told were not told at this tick. */
  readonly muted: ReadonlyMap<string, MuteReason | "quiet">;
  /** Whether this is what quiet hours kept back. */
  readonly isQuietDigest: boolean;
}

/**
 * flushDocument is one tick at `at`. What quiet hours keep back stays as it is, firing and ended, and is told together when they end; what
 * passes them is told as ever.
 */
export function flushDocument(before: GroupDocument, at: number, view: DocumentView): FlushedDocument {
  const ends = new Map<GroupMember, number>();
  for (const member of before.group.members) {
    const end = view.findQuietEnd(member);
    if (end !== undefined) ends.set(member, end);
  }
  const kept = [...ends.keys()];
  const awake = before.group.members.filter((member) => !ends.has(member));
  const muted = new Map<string, MuteReason | "quiet">();
  for (const member of before.group.members) {
    const reason = ends.has(member) ? "quiet" : view.findMute(member);
    const isUntold = member.state === "firing" && !before.group.told.includes(member.incident);
    if (reason !== undefined && isUntold) muted.set(member.incident, reason);
  }
  const flushed = flushGroup({ ...before.group, members: awake, next: at }, view.timing, {
    isVisible: (member) => view.findMute(member) === undefined,
    isAcknowledged: view.isAcknowledged,
  });
  const quietEnd = kept.length === 0 ? undefined : Math.min(...ends.values());
  return {
    ...{ notification: flushed.notification, untold: flushed.untold, muted },
    document: merge(before, { group: flushed.group, kept, quietEnd, at, view }),
    isQuietDigest: before.quietSince !== null && kept.length === 0,
  };
}

interface Merged {
  readonly group: NotificationGroup | undefined;
  readonly kept: readonly GroupMember[];
  readonly quietEnd: number | undefined;
  readonly at: number;
  readonly view: DocumentView;
}

function merge(before: GroupDocument, { group, kept, quietEnd, at, view }: Merged): GroupDocument | undefined {
  const isQuiet = quietEnd !== undefined;
  if (group === undefined && !isQuiet) return undefined;
  const base = group ?? { ...before.group, members: [], wasFlushed: true, next: at + view.timing.intervalMs };
  const members = [...base.members, ...kept];
  const known = new Set(members.map(({ incident }) => incident));
  const told = [...new Set([...base.told, ...before.group.told.filter((incident) => known.has(incident))])].filter(
    (incident) => known.has(incident),
  );
  const next = isQuiet ? Math.min(base.members.length > 0 ? base.next : quietEnd, quietEnd) : base.next;
  return {
    ...before,
    group: { ...base, members, told, next },
    threads: Object.fromEntries(Object.entries(before.threads).filter(([incident]) => known.has(incident))),
    holds: before.holds.filter(({ incident }) => known.has(incident)),
    quietSince: isQuiet ? (before.quietSince ?? at) : null,
  };
}
