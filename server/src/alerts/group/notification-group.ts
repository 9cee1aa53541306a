/** MemberState is where an incident stands as far as a group cares. */
export type MemberState = "firing" | "resolved";

/** GroupMember is one incident in a group. */
export interface GroupMember {
  readonly incident: string;
  readonly fingerprint: string;
  readonly state: MemberState;
  readonly isCritical: boolean;
}

/**
 * NotificationGroup is the document of one contact, client and further labels: what belongs to it and what the contact was told. Instants
 * are epoch milliseconds. It is plain data, so that a restart changes nothing.
 */
export interface NotificationGroup {
  readonly key: string;
  readonly members: readonly GroupMember[];
  /** Incidents of which the contact was told that they fire. */
  readonly told: readonly string[];
  readonly next: number;
  readonly wasFlushed: boolean;
  readonly lastSentTick: number | null;
}

/** GroupTiming are the waits of a group, in milliseconds. */
export interface GroupTiming {
  readonly waitMs: number;
  readonly intervalMs: number;
  readonly repeatMs: number;
}

const MINUTE = 60_000;

/** DEFAULT_GROUP_TIMING are those of Alertmanager and Grafana: 30 s, 5 min, 4 h. */
export const DEFAULT_GROUP_TIMING: GroupTiming = {
  waitMs: 30_000,
  intervalMs: 5 * MINUTE,
  repeatMs: 240 * MINUTE,
};
