import { createUnionType, Field, ID, ObjectType } from "@nestjs/graphql";
import { AlertContact } from "./alert-contact.type.js";
import { AlertSilence, AlertSilencePreview } from "./alert-silence.type.js";
import { AlertSubscription } from "./alert-subscription.type.js";
import { NotificationEnums } from "./notification-enums.js";

/** NotificationProblem says why nothing was changed, and what to do. */
@ObjectType()
export class NotificationProblem {
  @Field(() => NotificationEnums.Problem)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: "Which part of the input it is about, such as `title` or `steps.2`.",
  })
  field!: string | null;
}

/** SavedContact is a contact, with the signing secret that was made for it: it is shown this once. */
@ObjectType()
export class SavedContact {
  @Field(() => AlertContact)
  contact!: AlertContact;

  @Field(() => String, { nullable: true, description: "The signing secret of a webhook; never shown again." })
  secret!: string | null;
}

/** NotificationsDone names what was deleted, or queued to be sent. */
@ObjectType()
export class NotificationsDone {
  @Field(() => [ID])
  ids!: readonly string[];
}

const resolve =
  <Type>(type: Type) =>
  (value: object) =>
    "code" in value ? NotificationProblem : type;

/** ContactResult is a contact, or why there is none. */
export const ContactResult = createUnionType({
  name: "AlertContactResult",
  types: () => [SavedContact, NotificationProblem] as const,
  resolveType: resolve(SavedContact),
});

/** SubscriptionResult is a subscription, or why there is none. */
export const SubscriptionResult = createUnionType({
  name: "AlertSubscriptionResult",
  types: () => [AlertSubscription, NotificationProblem] as const,
  resolveType: resolve(AlertSubscription),
});

/** SilenceResult is a silence, or why there is none. */
export const SilenceResult = createUnionType({
  name: "AlertSilenceResult",
  types: () => [AlertSilence, NotificationProblem] as const,
  resolveType: resolve(AlertSilence),
});

/** DoneResult names what was done, or says why nothing was. */
export const DoneResult = createUnionType({
  name: "NotificationsDoneResult",
  types: () => [NotificationsDone, NotificationProblem] as const,
  resolveType: resolve(NotificationsDone),
});

/** SilencePreviewResult is what a silence would mute now, or what is wrong with its matchers. */
export const SilencePreviewResult = createUnionType({
  name: "AlertSilencePreviewResult",
  types: () => [AlertSilencePreview, NotificationProblem] as const,
  resolveType: resolve(AlertSilencePreview),
});
