import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { z } from "zod";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { CONTACT_KINDS } from "../channels/contact-target.js";
import { ContactsService, type ContactAnswer } from "../contacts/contacts.service.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import { SubscriptionsService } from "../contacts/subscriptions.service.js";
import { AlertContact } from "./alert-contact.type.js";
import { AlertSubscription } from "./alert-subscription.type.js";
import {
  buildContact,
  buildContactAnswer,
  buildSubscription,
  type ContactAsker,
} from "./build-notification-answers.js";
import { ContactResult, DoneResult, SubscriptionResult } from "./notification-answers.type.js";
import { NOTIFYING_ROLES } from "./notifying-roles.js";
import { AlertContactEditInput, AlertContactInput, AlertSubscriptionInput } from "./notification.input.js";

const kinds = z.enum(CONTACT_KINDS);
const modes = z.enum(["event", "grouped"]).nullable();
const lower = (words: readonly string[] | null | undefined) => words?.map((word) => word.toLowerCase());

/** NotificationsResolver keeps who is told about alerts, and about which. */
@Resolver()
export class NotificationsResolver {
  constructor(
    @Inject(ContactsService) private readonly contacts: ContactsService,
    @Inject(SubscriptionsService) private readonly subscriptions: SubscriptionsService,
    @Inject(PersonAddressRepository) private readonly people: PersonAddressRepository,
  ) {}

  @Query(() => [AlertContact], { description: "The caller's contacts, by title; administrators and auditors see all." })
  async alertContacts(@CurrentScope() scope: Scope): Promise<AlertContact[]> {
    const asker = await this.open(scope);
    return (await this.contacts.list(scope)).map((row) => buildContact(row, asker));
  }

  @Query(() => [AlertSubscription], { description: "What those contacts are told about." })
  async alertSubscriptions(@CurrentScope() scope: Scope): Promise<AlertSubscription[]> {
    return (await this.subscriptions.list(scope)).map(buildSubscription);
  }

  @Mutation(() => ContactResult, { description: "Makes a contact; somebody else's address of mail must be confirmed." })
  async createAlertContact(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertContactInput }) input: AlertContactInput,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const { title, address = null, routingKey = null, isFallback } = input;
    const mode = modes.parse(input.mode?.toLowerCase() ?? null);
    const wish = { title, mode, address, routingKey, kind: kinds.parse(input.kind.toLowerCase()) };
    return this.answer(scope, await this.contacts.create(scope, { ...wish, isFallback: isFallback ?? false }));
  }

  @Mutation(() => ContactResult, { description: "Switches a contact on or off." })
  async setAlertContactEnabled(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("isEnabled", { type: () => Boolean }) isEnabled: boolean,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    return this.answer(scope, await this.contacts.setEnabled(scope, id, isEnabled));
  }

  @Mutation(() => ContactResult, { description: "Changes the title of a contact, and how it is told." })
  async changeAlertContact(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("input", { type: () => AlertContactEditInput }) { title, mode, isFallback }: AlertContactEditInput,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const wish = { title, mode: modes.unwrap().parse(mode.toLowerCase()), isFallback: isFallback ?? false };
    return this.answer(scope, await this.contacts.edit(scope, id, wish));
  }

  @Mutation(() => ContactResult, { description: "A new signing secret; the former one signs on for some days." })
  async rotateAlertContactSecret(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("overlapDays", { type: () => Int, nullable: true }) overlapDays?: number | null,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    return this.answer(scope, await this.contacts.rotateSecret(scope, id, overlapDays ?? null));
  }

  @Mutation(() => ContactResult, { description: "Sends the mail that asks for confirmation once more." })
  async confirmAlertContactAgain(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    return this.answer(scope, await this.contacts.confirmAgain(scope, id));
  }

  @Mutation(() => DoneResult, { description: "Sends a test the whole way that alerts go; returns its delivery." })
  async testAlertContact(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const tested = await this.contacts.test(scope, id);
    return "code" in tested ? tested : { ids: [tested.delivery] };
  }

  @Mutation(() => DoneResult, { description: "Takes a contact and its subscriptions away." })
  async deleteAlertContact(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const deleted = await this.contacts.delete(scope, id);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }

  @Mutation(() => SubscriptionResult, {
    description: "Says what a contact is told about: never more than the caller may see.",
  })
  async saveAlertSubscription(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertSubscriptionInput }) input: AlertSubscriptionInput,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const { id = null, contact, client, channel, store, partner, rules, matchers } = input;
    const { quietHours = null, bypass, groupBy, waitSeconds, intervalSeconds, repeatSeconds } = input;
    const filter = { rules: rules ?? null, severities: lower(input.severities) ?? null, matchers: matchers ?? [] };
    const times = { waitSeconds, intervalSeconds, repeatSeconds };
    const options = { quietHours, bypass: lower(bypass), groupBy: groupBy ?? [], ...times };
    const wish = { id, contact, client: client ?? null, channel: channel ?? null, store: store ?? null };
    const saved = await this.subscriptions.save(scope, { ...wish, partner: partner ?? null, filter, options });
    return "code" in saved ? saved : buildSubscription(saved);
  }

  @Mutation(() => DoneResult, { description: "Ends a subscription." })
  async deleteAlertSubscription(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "have alerts sent");
    const deleted = await this.subscriptions.delete(scope, id);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }

  private async answer(scope: Scope, answer: ContactAnswer) {
    return buildContactAnswer(answer, await this.open(scope));
  }

  private async open(scope: Scope): Promise<ContactAsker> {
    return { scope, names: await this.people.listNames(scope.tenant) };
  }
}
