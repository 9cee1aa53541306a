import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { isWithinScope, loadRegionOf, readPlaceWish, type PlaceWish } from "../audience/is-within-scope.js";
import { writeLimits } from "../audience/read-limits.js";
import { subscriptionFilter, subscriptionOptions } from "../audience/subscription-terms.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import { checkQuietHours } from "../quiet/check-quiet-hours.js";
import { AuditTrailRepository } from "./audit-trail.repository.js";
import type { ContactsService } from "./contacts.service.js";
import { SubscriptionRepository, type SubscriptionRow } from "./subscription.repository.js";

const MAX_PER_CONTACT = 200;

/** SubscriptionWish is what somebody wants a contact to be told about, and how. `filter` and `options` are checked here. */
export interface SubscriptionWish extends PlaceWish {
  readonly id: string | null;
  readonly contact: string;
  readonly filter: unknown;
  readonly options: unknown;
}

/** SubscriptionsService keeps what contacts are told about. None tells more than whoever made it may see, now or later. */
export class SubscriptionsService {
  private readonly subscriptions: SubscriptionRepository;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly contacts: ContactsService;
      readonly now: () => Date;
    },
  ) {
    this.subscriptions = new SubscriptionRepository(parts.postgres);
  }

  /** list returns the subscriptions of the contacts that whoever asks may see. */
  async list(scope: Scope): Promise<SubscriptionRow[]> {
    const contacts = new Set((await this.parts.contacts.list(scope)).map(({ id }) => id));
    return (await this.subscriptions.list(scope.tenant)).filter(({ contact }) => contacts.has(contact));
  }

  /** save makes a subscription, or replaces one of the same contact. */
  async save(scope: Scope, wish: SubscriptionWish): Promise<SubscriptionRow | NotificationProblem> {
    const problem = await this.check(scope, wish);
    if (problem !== undefined) return problem;
    const before = wish.id === null ? undefined : await this.subscriptions.find(scope.tenant, wish.id);
    if (wish.id !== null && before?.contact !== wish.contact) return NOT_FOUND;
    const [now, id] = [this.parts.now(), wish.id ?? randomUUID()];
    const after = {
      ...readPlaceWish(wish),
      filter: subscriptionFilter.parse(wish.filter ?? {}),
      options: { ...subscriptionOptions.parse(wish.options ?? {}), pausedUntil: readPause(before) },
    };
    await this.subscriptions.save({
      ...{ tenant: scope.tenant, id, contact: wish.contact, ...after },
      ...{
        limits: writeLimits(scope),
        createdBy: scope.subjectId,
        createdAt: before?.createdAt ?? now,
        changedAt: now,
      },
    });
    const audited = { before: before === undefined ? null : { ...before, limits: undefined }, after };
    await new AuditTrailRepository(this.parts.postgres).record(
      scope,
      { action: "save", kind: "subscription", subject: id, ...audited },
      now,
    );
    return (await this.subscriptions.find(scope.tenant, id)) ?? NOT_FOUND;
  }

  /** delete ends a subscription; whoever was told a beginning is told its end all the same. */
  async delete(scope: Scope, id: string): Promise<string | NotificationProblem> {
    const found = await this.subscriptions.find(scope.tenant, id);
    const isMine = found !== undefined && (await this.parts.contacts.find(scope, found.contact)) !== undefined;
    if (!isMine || !(await this.subscriptions.delete(scope.tenant, id))) return NOT_FOUND;
    const change = { action: "delete", kind: "subscription" as const, subject: id, before: { contact: found.contact } };
    await new AuditTrailRepository(this.parts.postgres).record(scope, change, this.parts.now());
    return id;
  }

  private async check(scope: Scope, wish: SubscriptionWish): Promise<NotificationProblem | undefined> {
    const { registry, contacts, now } = this.parts;
    if ((await contacts.find(scope, wish.contact)) === undefined) return NOT_FOUND;
    const filter = subscriptionFilter.safeParse(wish.filter ?? {});
    if (!filter.success) return { code: "INVALID_FILTER", message: "Rules, severities and matchers are understood." };
    const wrong = filter.data.matchers.map(findMatcherFault).find((fault) => fault !== undefined);
    if (wrong !== undefined) return { code: "INVALID_FILTER", message: wrong };
    const options = subscriptionOptions.safeParse(wish.options ?? {});
    if (!options.success)
      return { code: "INVALID_OPTIONS", message: options.error.issues.map(({ message }) => message).join(" ") };
    const { quietHours } = options.data;
    const noisy = quietHours === null ? undefined : checkQuietHours(quietHours, now().getTime());
    if (noisy !== undefined) return { code: "INVALID_OPTIONS", message: noisy };
    if (!isWithinScope(scope, readPlaceWish(wish), await loadRegionOf(registry, scope.tenant)))
      return { code: "WIDER_THAN_SCOPE", message: "You may not see this place." };
    const count = (await this.subscriptions.list(scope.tenant, wish.contact)).length;
    return count >= MAX_PER_CONTACT
      ? { code: "TOO_MANY", message: "The contact has too many subscriptions." }
      : undefined;
  }
}

const NOT_FOUND: NotificationProblem = {
  code: "NOT_FOUND",
  message: "There is no such contact or subscription of yours.",
};

/** Whoever reads the messages paused it: another wording of what it is about does not end that. */
function readPause(before: SubscriptionRow | undefined): number | null {
  const options = subscriptionOptions.safeParse(before?.options ?? {});
  return options.success ? options.data.pausedUntil : null;
}

/** findMatcherFault says what is wrong with a matcher; undefined = nothing. */
export function findMatcherFault(text: string): string | undefined {
  try {
    parseLabelMatcher(text);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : "The matcher cannot be read.";
  }
}
