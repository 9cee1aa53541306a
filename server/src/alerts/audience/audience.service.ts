import type { Postgres } from "@watchfloor/sql";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { SubscriptionRepository, type SubscriptionRow } from "../contacts/subscription.repository.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace, type AlertPlace, type RegionOf } from "./alert-place.js";
import { type AudienceSubscription } from "./choose-audience.js";
import { GrantsRepository } from "./grants.repository.js";
import { readLimits } from "./read-limits.js";
import { subscriptionFilter, subscriptionOptions } from "./subscription-terms.js";

/** Audience is everybody a tenant tells about alerts, as of one moment. */
export interface Audience {
  readonly contacts: ReadonlyMap<string, ContactRow>;
  readonly subscriptions: readonly AudienceSubscription[];
  readonly grants: ReadonlyMap<string, Scope>;
  readonly regionOf: RegionOf;
}

/** AudienceService knows who is told, by what people may see now. */
export class AudienceService {
  constructor(private readonly registry: Pick<RegistryService, "listStorePlaces">) {}

  /** load reads contacts, subscriptions and grants anew; `postgres` may be within a transaction. Without `now` nothing counts as paused, for whoever asks only who may know. */
  async load(postgres: Postgres, tenant: string, now?: Date): Promise<Audience> {
    const [contacts, subscriptions, grants, stores] = await Promise.all([
      new ContactRepository(postgres).list(tenant),
      new SubscriptionRepository(postgres).list(tenant),
      new GrantsRepository(postgres).load(tenant),
      this.registry.listStorePlaces(tenant),
    ]);
    const regions = new Map(stores.map(({ client, store, region }) => [`${client}/${store}`, region]));
    return {
      contacts: new Map(contacts.map((contact) => [contact.id, contact])),
      subscriptions: subscriptions.flatMap((row) => readSubscription(row, grants, now)),
      grants,
      regionOf: (client, store) => regions.get(`${client}/${store}`) ?? "",
    };
  }
}

/** isReachable tells whether a contact is told anything: enabled, and its address confirmed. */
export function isReachable(contact: ContactRow | undefined): contact is ContactRow {
  return contact !== undefined && contact.isEnabled && contact.confirmedAt !== null;
}

/** mayKnow tells whether a contact may be told of a place now: somebody who made one of its subscriptions, or its owner, may see it. */
export function mayKnow(
  { subscriptions, grants, contacts, regionOf }: Audience,
  contact: string,
  place: AlertPlace,
): boolean {
  const owner = grants.get(contacts.get(contact)?.owner ?? "");
  if (owner !== undefined && coversPlace(owner, place, regionOf)) return true;
  return subscriptions.some(
    ({ contact: of, limits }) =>
      of === contact && limits !== null && limits.every((each) => coversPlace(each, place, regionOf)),
  );
}

/** A subscription that cannot be understood tells nobody anything. */
function readSubscription(
  row: SubscriptionRow,
  grants: ReadonlyMap<string, Scope>,
  now: Date | undefined,
): AudienceSubscription[] {
  const filter = subscriptionFilter.safeParse(row.filter);
  const options = subscriptionOptions.safeParse(row.options);
  const limits = readLimits(row.limits);
  const current = grants.get(row.createdBy);
  if (!filter.success || !options.success) return [];
  const { id, contact, client, channel, store, partner } = row;
  return [
    {
      ...{ id, contact, place: { client, channel, store, partner }, options: options.data },
      ...{ rules: filter.data.rules, severities: filter.data.severities },
      matchers: filter.data.matchers.map(parseLabelMatcher),
      limits: limits === undefined || current === undefined ? null : [limits, current],
      isPaused: now !== undefined && (options.data.pausedUntil ?? 0) > now.getTime(),
    },
  ];
}
