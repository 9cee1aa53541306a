import { queryOptions } from "@tanstack/react-query";
import {
  AlertContactsDocument,
  ChangeAlertContactDocument,
  ConfirmAlertContactAgainDocument,
  CreateAlertContactDocument,
  DeleteAlertContactDocument,
  DeleteAlertSubscriptionDocument,
  RotateAlertContactSecretDocument,
  SaveAlertSubscriptionDocument,
  SetAlertContactEnabledDocument,
  TestAlertContactDocument,
  TestedDeliveryDocument,
  type AlertContactEditInput,
  type AlertContactInput,
  type AlertContactsQuery,
  type AlertSubscriptionInput,
  type TestedDeliveryQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** ContactsAnswer is every contact one may see, what each is told about, and whose critical alerts nobody hears. */
export type ContactsAnswer = AlertContactsQuery;

/** Contact is one endpoint that is told about alerts. */
export type Contact = AlertContactsQuery["alertContacts"][number];

/** Subscription is what a contact is told about. */
export type Subscription = AlertContactsQuery["alertSubscriptions"][number];

/** AudienceGap is a client of whose critical alerts nobody is told, or of some only. */
export type AudienceGap = AlertContactsQuery["alertAudienceGaps"][number];

/** TestedDelivery is how far the message of a test is. */
export type TestedDelivery = TestedDeliveryQuery["alertDeliveries"][number];

const testMs = 1_000;

/** contactsQuery asks for contacts and subscriptions. */
export const contactsQuery = queryOptions({
  queryKey: ["alert-contacts"],
  queryFn: async ({ signal }): Promise<ContactsAnswer> => request(AlertContactsDocument, {}, signal),
  refetchInterval: 30_000,
});

/** testedDeliveryQuery follows the message of a test until it has ended. */
export function testedDeliveryQuery(contact: string, delivery: string) {
  return queryOptions({
    queryKey: ["alert-test", contact, delivery],
    queryFn: async ({ signal }): Promise<TestedDelivery | null> => {
      const { alertDeliveries } = await request(TestedDeliveryDocument, { contact }, signal);
      return alertDeliveries.find(({ id }) => id === delivery) ?? null;
    },
    refetchInterval: ({ state }) => (state.data?.endedAt == null ? testMs : false),
  });
}

/** createContact makes a contact and returns its id with a secret that is shown this once; throws the sentence of a refusal. */
export async function createContact(input: AlertContactInput): Promise<{ id: string; secret: string | null }> {
  const answer = (await request(CreateAlertContactDocument, { input })).createAlertContact;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
  return { id: answer.contact.id, secret: answer.secret };
}

/** rotateSecret gives a webhook a new secret, which is shown this once; throws the sentence of a refusal. */
export async function rotateSecret(id: string, overlapDays: number): Promise<string> {
  const answer = (await request(RotateAlertContactSecretDocument, { id, overlapDays })).rotateAlertContactSecret;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
  return answer.secret ?? "";
}

/** testContact sends a test and returns its delivery; throws the sentence of a refusal. */
export async function testContact(id: string): Promise<string> {
  const answer = (await request(TestAlertContactDocument, { id })).testAlertContact;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
  return answer.ids[0] ?? "";
}

/** changeContact gives a contact another title or way of being told; throws the sentence of a refusal. */
export async function changeContact(id: string, input: AlertContactEditInput): Promise<void> {
  refuse((await request(ChangeAlertContactDocument, { id, input })).changeAlertContact);
}

/** setContactEnabled switches a contact on or off; throws the sentence of a refusal. */
export async function setContactEnabled(id: string, isEnabled: boolean): Promise<void> {
  refuse((await request(SetAlertContactEnabledDocument, { id, isEnabled })).setAlertContactEnabled);
}

/** confirmContactAgain sends the mail that asks for confirmation once more; throws the sentence of a refusal. */
export async function confirmContactAgain(id: string): Promise<void> {
  refuse((await request(ConfirmAlertContactAgainDocument, { id })).confirmAlertContactAgain);
}

/** deleteContact takes a contact away; throws the sentence of a refusal. */
export async function deleteContact(id: string): Promise<void> {
  refuse((await request(DeleteAlertContactDocument, { id })).deleteAlertContact);
}

/** saveSubscription keeps a subscription; throws the sentence of a refusal. */
export async function saveSubscription(input: AlertSubscriptionInput): Promise<void> {
  refuse((await request(SaveAlertSubscriptionDocument, { input })).saveAlertSubscription);
}

/** deleteSubscription ends a subscription; throws the sentence of a refusal. */
export async function deleteSubscription(id: string): Promise<void> {
  refuse((await request(DeleteAlertSubscriptionDocument, { id })).deleteAlertSubscription);
}

function refuse(answer: { readonly __typename: string; readonly message?: string }): void {
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message ?? "It was refused.");
}
