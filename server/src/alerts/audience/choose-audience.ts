import type { ScopeLimits } from "../../scope/scope.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { matchesAll, type LabelMatcher } from "../mute/label-matcher.js";
import type { AlertSeverity } from "../publish/transition-sink.js";
import { coversPlace, type AlertPlace, type RegionOf } from "./alert-place.js";
import type { SubscriptionOptions } from "./subscription-terms.js";

/** AudienceSubscription is a subscription with everything resolved that decides about an incident. */
export interface AudienceSubscription {
  readonly id: string;
  readonly contact: string;
  /** '' = anywhere. */
  readonly place: AlertPlace;
  readonly rules: readonly string[] | null;
  readonly severities: readonly AlertSeverity[] | null;
  readonly matchers: readonly LabelMatcher[];
  readonly options: SubscriptionOptions;
  /** What whoever made it could see then, and what they can see now; null = nobody stands behind it any more. */
  readonly limits: readonly ScopeLimits[] | null;
  /** Whether its reader wants nothing new for now. */
  readonly isPaused?: boolean;
}

/** AudienceSubject is an incident as far as it decides who is told. */
export interface AudienceSubject {
  readonly ruleId: string;
  readonly severity: AlertSeverity;
  readonly labels: Labels;
  readonly place: AlertPlace;
}

/** AudienceMember is how one contact is told: by the options of the narrowest subscription, passing quiet hours if any of them says so. */
export interface AudienceMember {
  readonly contact: string;
  readonly subscription: string;
  readonly options: SubscriptionOptions;
  readonly passesQuietHours: boolean;
}

/** From wide to narrow: tenant, client, channel, store, partner. */
const WIDE_TO_NARROW = ["client", "channel", "store", "partner"] as const;

/** chooseAudience returns every contact that is to be told of an incident, once each. */
export function chooseAudience(
  subscriptions: readonly AudienceSubscription[],
  subject: AudienceSubject,
  regionOf: RegionOf,
): Map<string, AudienceMember> {
  const matching = subscriptions.filter((subscription) => matchesSubscription(subscription, subject, regionOf));
  matching.sort((left, right) => rank(left.place) - rank(right.place) || (left.id < right.id ? -1 : 1));
  const chosen = new Map<string, AudienceMember>();
  for (const { id, contact, options } of matching) {
    const wider = chosen.get(contact);
    const passes = options.bypass.includes(subject.severity);
    const passesQuietHours = (wider?.passesQuietHours ?? false) || passes;
    chosen.set(contact, { contact, subscription: id, options, passesQuietHours });
  }
  return chosen;
}

/** matchesSubscription tells whether one subscription is about an incident, and whoever made it may know of it. */
export function matchesSubscription(
  { place, rules, severities, matchers, limits, isPaused = false }: AudienceSubscription,
  subject: AudienceSubject,
  regionOf: RegionOf,
): boolean {
  const isHere = WIDE_TO_NARROW.every((name) => place[name] === "" || place[name] === subject.place[name]);
  return (
    isHere &&
    !isPaused &&
    (rules === null || rules.includes(subject.ruleId)) &&
    (severities === null || severities.includes(subject.severity)) &&
    matchesAll(matchers, buildMatchLabels(subject)) &&
    limits !== null &&
    limits.every((each) => coversPlace(each, subject.place, regionOf))
  );
}

/** buildMatchLabels is what matchers of subscriptions and silences see: the labels, where it is, the rule and how bad it is. */
export function buildMatchLabels({ ruleId, severity, labels, place }: AudienceSubject): Labels {
  return { ...labels, ...place, rule: ruleId, severity };
}

function rank(place: AlertPlace): number {
  return WIDE_TO_NARROW.reduce((narrowest, name, index) => (place[name] === "" ? narrowest : index + 1), 0);
}
