import type { ContactKind } from "../channels/contact-target.js";
import { DEFAULT_GROUP_TIMING, type GroupTiming, type NotificationGroup } from "../group/notification-group.js";
import type { SubscriptionOptions } from "../audience/subscription-terms.js";

/** HeldEnd is the end of an incident that flaps: it is told unless the incident fires again before `releaseAt`. */
export interface HeldEnd {
  readonly incident: string;
  readonly releaseAt: number;
}

/** GroupDocument is what one contact is told together, as it is kept. Instants are epoch milliseconds. */
export interface GroupDocument {
  readonly contact: string;
  readonly client: string;
  readonly mode: "event" | "grouped";
  readonly group: NotificationGroup;
  /** Incidents that go on with an earlier one, whose end was never told, by the earliest. */
  readonly threads: Readonly<Record<string, string>>;
  readonly holds: readonly HeldEnd[];
  /** Since when quiet hours keep something back; null = nothing is. */
  readonly quietSince: number | null;
}

const NEVER_MS = 100 * 365 * 86_400_000;
/** How soon a muted incident is looked at again where each transition is told at once. */
const EVENT_INTERVAL_MS = 60_000;

/** EVENT_TIMING tells at once, and nothing twice. */
export const EVENT_TIMING: GroupTiming = { waitMs: 0, intervalMs: EVENT_INTERVAL_MS, repeatMs: NEVER_MS };

/** chooseTiming returns the waits of a group by its mode and the options of a subscription. */
export function chooseTiming(mode: GroupDocument["mode"], options: SubscriptionOptions): GroupTiming {
  if (mode === "event") return EVENT_TIMING;
  const { waitSeconds, intervalSeconds, repeatSeconds } = options;
  const choose = (seconds: number | null, initial: number) => (seconds === null ? initial : seconds * 1_000);
  return {
    waitMs: choose(waitSeconds, DEFAULT_GROUP_TIMING.waitMs),
    intervalMs: Math.max(choose(intervalSeconds, DEFAULT_GROUP_TIMING.intervalMs), 1_000),
    repeatMs: choose(repeatSeconds, DEFAULT_GROUP_TIMING.repeatMs),
  };
}

/** decideNextLook returns when a group must be looked at again, in epoch milliseconds; null = only when something happens. */
export function decideNextLook({ mode, group, holds }: GroupDocument): number | null {
  const releases = holds.map(({ releaseAt }) => releaseAt);
  const isSettled =
    mode === "event" &&
    group.members.every(({ state, incident }) => state === "firing" && group.told.includes(incident));
  const looks = isSettled ? releases : [group.next, ...releases];
  return looks.length === 0 ? null : Math.min(...looks);
}

/** keepsFlaps tells whether ends of flapping incidents are held for a contact: not where each transition counts. */
export function keepsFlaps(mode: GroupDocument["mode"], kind: ContactKind): boolean {
  return mode === "grouped" || kind === "pagerduty";
}
