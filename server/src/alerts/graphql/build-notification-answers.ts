import type { ContactAnswer } from "../contacts/contacts.service.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import type { SubscriptionRow } from "../contacts/subscription.repository.js";
import { subscriptionFilter, subscriptionOptions } from "../audience/subscription-terms.js";
import type { LoggedDelivery, LoggedIntent } from "../delivery/delivery-log.service.js";
import type { SilenceRow } from "../silences/silence.repository.js";
import { renderMatchers } from "./build-mute-answers.js";
import type { AlertContact } from "./alert-contact.type.js";
import type { AlertDelivery, AlertDisposition } from "./alert-delivery.type.js";
import type { AlertSilence } from "./alert-silence.type.js";
import type { AlertSubscription } from "./alert-subscription.type.js";

/** buildContact shows a contact without its target. */
export function buildContact(row: ContactRow): AlertContact {
  const { id, title, hint, owner, isEnabled, isFallback, createdAt } = row;
  return {
    ...{ id, title, hint, owner, isEnabled, isFallback, createdAt },
    ...{ kind: row.kind.toUpperCase(), mode: row.mode.toUpperCase(), isConfirmed: row.confirmedAt !== null },
    trouble: row.disabledReason ?? row.flaggedReason,
  };
}

/** buildContactAnswer shows it with a secret that was made for it. */
export function buildContactAnswer(answer: ContactAnswer) {
  return "code" in answer ? answer : { contact: buildContact(answer.contact), secret: answer.shownOnce };
}

/** buildSubscription shows a subscription. */
export function buildSubscription(row: SubscriptionRow): AlertSubscription {
  const { id, contact, client, channel, store, partner } = row;
  const filter = subscriptionFilter.parse(row.filter);
  const { quietHours, bypass } = subscriptionOptions.parse(row.options);
  const upper = (words: readonly string[] | null) => words?.map((word) => word.toUpperCase()) ?? null;
  return {
    ...{ id, contact, client, channel, store, partner, rules: filter.rules, matchers: filter.matchers, quietHours },
    ...{ severities: upper(filter.severities), bypass: upper(bypass) ?? [] },
  };
}

/** buildSilence shows a silence with its matchers as people write them. */
export function buildSilence({ id, matchers, startsAt, endsAt, comment, createdBy }: SilenceRow): AlertSilence {
  return { id, matchers: renderMatchers(matchers), startsAt, endsAt, comment, createdBy };
}

/** buildDelivery shows a message of the log. */
export function buildDelivery({ row, contactTitle, incidents }: LoggedDelivery): AlertDelivery {
  const { id, contact, purpose, lastError, createdAt, endedAt } = row;
  const read = (name: string) => (typeof row.exchange?.[name] === "string" ? row.exchange[name] : null);
  return {
    ...{ id, contact, contactTitle, purpose, lastError, createdAt, endedAt, incidents },
    ...{ state: row.state.toUpperCase(), attempts: row.attempt, nextAttemptAt: row.nextAt },
    ...{ request: read("request"), response: read("response") },
  };
}

/** buildDisposition shows how a transition ended for a contact. */
export function buildDisposition({ row, contactTitle }: LoggedIntent): AlertDisposition {
  const { transition, kind, contact, mute, delivery, createdAt, decidedAt } = row;
  const disposition = row.disposition?.toUpperCase() ?? null;
  return { transition, kind, contact, contactTitle, disposition, mute, delivery, createdAt, decidedAt };
}
