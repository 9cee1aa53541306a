import { Field, ID, InputType } from "@nestjs/graphql";
import { WebhookEnums } from "./webhook-enums.js";

/** NewWebhookSourceInput declares a sender of signed webhooks. */
@InputType()
export class NewWebhookSourceInput {
  @Field(() => ID, { description: "Lower-case letters, digits and dashes, at most 63." })
  source!: string;

  @Field(() => WebhookEnums.WebhookStyle)
  style!: string;

  @Field(() => String, { description: "Name of a mapping, such as shopify-orders." })
  mapping!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String, {
    nullable: true,
    description: "The secret the sender signs with; one is made when it is left out.",
  })
  secret?: string | null;
}
