import type { Scope } from "../../scope/scope.js";
import { isManagedBy, type ContactAnswer } from "../contacts/contacts.service.js";
import type { ContactRow } from "../contacts/contact.repository.js";
import type { SubscriptionRow } from "../contacts/subscription.repository.js";
import { subscriptionFilter, subscriptionOptions } from "../audience/subscription-terms.js";
import type { LoggedDelivery, LoggedIntent } from "../delivery/delivery-log.service.js";
import { DISPOSITIONS, DISPOSITION_TEXTS, WAITING_TEXTS } from "../planning/disposition-words.js";
import type { SilencePreview } from "../silences/silence-preview.service.js";
import type { SilenceRow } from "../silences/silence.repository.js";
import { renderMatchers } from "./build-mute-answers.js";
import type { AlertContact } from "./alert-contact.type.js";
import type { AlertDelivery, AlertDisposition } from "./alert-delivery.type.js";
import { buildLabels } from "./alert-label.type.js";
import type { AlertSilence, AlertSilencePreview } from "./alert-silence.type.js";
import type { AlertSubscription } from "./alert-subscription.type.js";
import { NOTIFYING_ROLES } from "./notifying-roles.js";

const MAX_SHOWN = 10;

/** ContactAsker is who asks about contacts, and what the people of their tenant are called. */
export interface ContactAsker {
  readonly scope: Scope;
  readonly names: ReadonlyMap<string, string>;
}

/** buildContact shows a contact without its target. */
export function buildContact(row: ContactRow, { scope, names }: ContactAsker): AlertContact {
  const { id, title, hint, owner, isEnabled, isFallback, createdAt } = row;
  return {
    ...{ id, title, hint, owner, isEnabled, isFallback, createdAt, ownerName: names.get(owner) ?? owner },
    isEditable: NOTIFYING_ROLES.includes(scope.role) && isManagedBy(scope, row),
    ...{ kind: row.kind.toUpperCase(), mode: row.mode.toUpperCase(), isConfirmed: row.confirmedAt !== null },
    trouble: row.disabledReason ?? row.flaggedReason,
  };
}

/** buildContactAnswer shows it with a secret that was made for it. */
export function buildContactAnswer(answer: ContactAnswer, asker: ContactAsker) {
  return "code" in answer ? answer : { contact: buildContact(answer.contact, asker), secret: answer.shownOnce };
}

/** buildSubscription shows a subscription. */
export function buildSubscription(row: SubscriptionRow): AlertSubscription {
  const { id, contact, client, channel, store, partner } = row;
  const filter = subscriptionFilter.parse(row.filter);
  const { quietHours, bypass, pausedUntil, groupBy, ...rest } = subscriptionOptions.parse(row.options);
  const { waitSeconds, intervalSeconds, repeatSeconds } = rest;
  const upper = (words: readonly string[] | null) => words?.map((word) => word.toUpperCase()) ?? null;
  return {
    ...{ id, contact, client, channel, store, partner, rules: filter.rules, matchers: filter.matchers, quietHours },
    ...{ severities: upper(filter.severities), bypass: upper(bypass) ?? [], groupBy },
    ...{ waitSeconds, intervalSeconds, repeatSeconds },
    pausedUntil: pausedUntil === null ? null : new Date(pausedUntil),
  };
}

/** buildSilence shows a silence with its matchers as people write them, who made it, and how much that fires it is about now. */
export function buildSilence(
  { id, matchers, startsAt, endsAt, comment, createdBy, createdAt, replaces }: SilenceRow,
  { names, counts }: { names: ReadonlyMap<string, string>; counts: ReadonlyMap<string, number> },
): AlertSilence {
  const who = { createdBy, createdByName: names.get(createdBy) ?? createdBy };
  const firingCount = counts.get(id) ?? null;
  return {
    id,
    matchers: renderMatchers(matchers),
    startsAt,
    endsAt,
    comment,
    createdAt,
    replaces,
    ...who,
    firingCount,
  };
}

/** buildSilencePreview shows what a silence would mute. */
export function buildSilencePreview({ firing, pending }: SilencePreview): AlertSilencePreview {
  const shown = firing.slice(0, MAX_SHOWN).map(({ subject: { ruleId, severity, labels }, title }) => ({
    ...{ rule: ruleId, title, severity: severity.toUpperCase(), labels: buildLabels(labels) },
  }));
  return { firingCount: firing.length, pendingCount: pending.length, firing: shown };
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
  const explanation =
    row.disposition === null
      ? (WAITING_TEXTS[mute ?? ""] ?? "Waits: it is sent with what comes together, or the message is on its way.")
      : readDisposition(row.disposition);
  return { transition, kind, contact, contactTitle, disposition, mute, explanation, delivery, createdAt, decidedAt };
}

function readDisposition(word: string): string {
  const known = DISPOSITIONS.find((each) => each === word);
  return known === undefined ? word : DISPOSITION_TEXTS[known];
}
