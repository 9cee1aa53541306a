import { isReachable, type Audience } from "./audience.service.js";
import { matchesSubscription, type AudienceSubscription, type AudienceSubject } from "./choose-audience.js";

/** AudienceGap is a client of whose critical alerts nobody is told, or of some of them only. */
export interface AudienceGap {
  readonly client: string;
  /** Whether somebody is told of some of them. */
  readonly isPartly: boolean;
}

/** findGaps returns the clients of whose critical alerts not all have somebody who is told. A subscription that chooses rules, labels or parts of a client tells of some. */
export function findGaps(audience: Audience, clients: readonly string[]): AudienceGap[] {
  const heard = audience.subscriptions.filter(({ contact }) => isReachable(audience.contacts.get(contact)));
  return clients.flatMap((client) => {
    if (heard.some((each) => tellsAll(each, client, audience))) return [];
    return [{ client, isPartly: heard.some((each) => tellsSome(each, client)) }];
  });
}

function tellsAll(subscription: AudienceSubscription, client: string, { regionOf }: Audience): boolean {
  const place = { client, channel: "", store: "", partner: "" };
  const subject: AudienceSubject = { ruleId: "", severity: "critical", labels: {}, place };
  const { rules, matchers } = subscription;
  return rules === null && matchers.length === 0 && matchesSubscription(subscription, subject, regionOf);
}

function tellsSome({ place, severities, limits, isPaused = false }: AudienceSubscription, client: string): boolean {
  return (
    !isPaused &&
    (place.client === "" || place.client === client) &&
    (severities === null || severities.includes("critical")) &&
    limits !== null &&
    limits.every(({ clients }) => clients === null || clients.includes(client))
  );
}
