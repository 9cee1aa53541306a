import { matchesAll } from "../mute/label-matcher.js";
import type { RegionOf } from "./alert-place.js";
import { coversPlace } from "./alert-place.js";
import {
  buildMatchLabels,
  matchesSubscription,
  type AudienceSubject,
  type AudienceSubscription,
} from "./choose-audience.js";

/** UntoldContact is a contact with what it is subscribed to, that got nothing of an incident. */
export interface UntoldContact {
  readonly isEnabled: boolean;
  readonly isConfirmed: boolean;
  readonly subscriptions: readonly AudienceSubscription[];
}

interface Check {
  readonly words: string;
  readonly passes: (subscription: AudienceSubscription, subject: AudienceSubject, regionOf: RegionOf) => boolean;
}

/** In the order in which people look for the cause. */
const CHECKS: readonly Check[] = [
  {
    words: "its subscriptions are about other places",
    passes: ({ place }, subject) =>
      (["client", "channel", "store", "partner"] as const).every(
        (name) => place[name] === "" || place[name] === subject.place[name],
      ),
  },
  {
    words: "its subscriptions leave this severity out",
    passes: ({ severities }, { severity }) => severities === null || severities.includes(severity),
  },
  {
    words: "its subscriptions name other rules",
    passes: ({ rules }, { ruleId }) => rules === null || rules.includes(ruleId),
  },
  {
    words: "the matchers of its subscriptions leave it out",
    passes: ({ matchers }, subject) => matchesAll(matchers, buildMatchLabels(subject)),
  },
  {
    words: "whoever subscribed it may not see all of this place",
    passes: ({ limits }, { place }, regionOf) =>
      limits !== null && limits.every((each) => coversPlace(each, place, regionOf)),
  },
  { words: "its subscription is paused", passes: ({ isPaused = false }) => !isPaused },
];

/** explainUntold says why a contact was not among those to be told of an incident, by what it is subscribed to now. */
export function explainUntold(
  { isEnabled, isConfirmed, subscriptions }: UntoldContact,
  subject: AudienceSubject,
  regionOf: RegionOf,
): string {
  if (!isConfirmed) return "Not asked: the address is not confirmed yet.";
  if (!isEnabled) return "Not asked: the contact is switched off.";
  if (subscriptions.length === 0) return "Not asked: it has no subscription.";
  if (subscriptions.some((each) => matchesSubscription(each, subject, regionOf)))
    return "Not asked: it was subscribed, switched on or confirmed after this began.";
  let left = subscriptions;
  for (const { words, passes } of CHECKS) {
    left = left.filter((each) => passes(each, subject, regionOf));
    if (left.length === 0) return `Not asked: ${words}.`;
  }
  return "Not asked: no subscription is about it.";
}
