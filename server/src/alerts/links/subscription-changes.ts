import type { SubscriptionFilter, SubscriptionOptions } from "../audience/subscription-terms.js";

const DAY_MS = 86_400_000;

/** SubscriptionTerms is what its reader may change of a subscription. */
export interface SubscriptionTerms {
  readonly filter: SubscriptionFilter;
  readonly options: SubscriptionOptions;
}

/** SubscriptionChange is one deed of a link, with its words and what it does. */
export interface SubscriptionChange {
  readonly id: string;
  readonly kind: "severity" | "pause";
  readonly label: string;
  /** done says afterwards what holds. */
  readonly done: string;
  readonly apply: (terms: SubscriptionTerms, now: number) => SubscriptionTerms;
  readonly isOn: (terms: SubscriptionTerms, now: number) => boolean;
}

/** SUBSCRIPTION_CHANGES are the deeds that a reader without an account may do, besides ending the subscription. */
export const SUBSCRIPTION_CHANGES: readonly SubscriptionChange[] = [
  severity("critical", "Critical only", ["critical"]),
  severity("warning", "Critical and warning", ["critical", "warning"]),
  severity("any", "Everything", null),
  pause("resume", "Send them", 0),
  pause("pause-1", "Pause a day", 1),
  pause("pause-7", "Pause a week", 7),
  pause("pause-30", "Pause 30 days", 30),
];

/** isPausedAt tells whether the reader of a subscription wants nothing new at an instant. */
export function isPausedAt({ options }: SubscriptionTerms, now: number): boolean {
  return (options.pausedUntil ?? 0) > now;
}

function severity(id: string, label: string, severities: SubscriptionFilter["severities"]): SubscriptionChange {
  const key = (of: SubscriptionFilter["severities"]) =>
    of === null || of.length === 3 ? "any" : [...of].sort().join();
  return {
    ...{ id, kind: "severity", label, done: `From now on: ${label.toLowerCase()}.` },
    apply: ({ filter, options }) => ({ filter: { ...filter, severities }, options }),
    isOn: ({ filter }) => key(filter.severities) === key(severities),
  };
}

function pause(id: string, label: string, days: number): SubscriptionChange {
  return {
    ...{ id, kind: "pause", label },
    done: days === 0 ? "They are sent again." : "They are paused. What was told began is still told to be over.",
    apply: ({ filter, options }, now) => ({
      filter,
      options: { ...options, pausedUntil: days === 0 ? null : now + days * DAY_MS },
    }),
    isOn: (terms, now) => days === 0 && !isPausedAt(terms, now),
  };
}
