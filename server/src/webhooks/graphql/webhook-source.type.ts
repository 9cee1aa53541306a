import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { WebhookEnums } from "./webhook-enums.js";

/** WebhookSecret tells one secret of a source from another; none is ever shown again. */
@ObjectType()
export class WebhookSecret {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;
}

/** WebhookSource is a declared sender of signed webhooks. */
@ObjectType()
export class WebhookSource {
  @Field(() => ID, { description: "Its name in the path: POST /v1/webhooks/{source} on the receiver's address." })
  source!: string;

  @Field(() => WebhookEnums.WebhookStyle, { description: "How it signs." })
  style!: string;

  @Field(() => String, { description: "The mapping that makes events of its payloads." })
  mapping!: string;

  @Field(() => ID, { description: "Whose events they are." })
  client!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => [WebhookSecret], {
    description: "Oldest first, revoked ones included. Several are active during a rotation.",
  })
  secrets!: readonly WebhookSecret[];
}
