import { createUnionType, Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { WebhookEnums } from "./webhook-enums.js";

/** NewWebhookSecret is a secret that was stored. */
@ObjectType()
export class NewWebhookSecret {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  source!: string;

  @Field(() => String, { nullable: true, description: "The secret that was made, this once; null when it was given." })
  secret!: string | null;
}

/** RevokedWebhook says how many secrets ended. */
@ObjectType()
export class RevokedWebhook {
  @Field(() => ID)
  source!: string;

  @Field(() => Int, { description: "Receivers stop accepting them within five seconds." })
  endedSecrets!: number;
}

/** WebhookProblem says why nothing was changed and what to do about it. */
@ObjectType()
export class WebhookProblem {
  @Field(() => WebhookEnums.WebhookProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;
}

/** WebhookSecretResult answers `createWebhookSource` and `rotateWebhookSource`. */
export const WebhookSecretResult = createUnionType({
  name: "WebhookSecretResult",
  types: () => [NewWebhookSecret, WebhookProblem] as const,
  resolveType: (value: object) => ("code" in value ? WebhookProblem : NewWebhookSecret),
});

/** RevokeWebhookResult answers `revokeWebhookSource`. */
export const RevokeWebhookResult = createUnionType({
  name: "RevokeWebhookResult",
  types: () => [RevokedWebhook, WebhookProblem] as const,
  resolveType: (value: object) => ("code" in value ? WebhookProblem : RevokedWebhook),
});
