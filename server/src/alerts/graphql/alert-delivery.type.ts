import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { NotificationEnums } from "./notification-enums.js";

/** AlertDelivery is one message to one contact; whatever of both sides is shown has its secrets masked. */
@ObjectType()
export class AlertDelivery {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  contact!: string;

  @Field(() => String)
  contactTitle!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => NotificationEnums.DeliveryState)
  state!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => [ID])
  incidents!: readonly string[];

  @Field(() => String, { nullable: true })
  lastError!: string | null;

  @Field(() => String, { nullable: true, description: "What was sent last; kept for 30 days." })
  request!: string | null;

  @Field(() => String, { nullable: true, description: "The first 2 kB of what was answered last." })
  response!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: Date | null;
}

/** AlertDisposition is how one transition of an incident ended for one contact. */
@ObjectType()
export class AlertDisposition {
  @Field(() => ID)
  transition!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => ID)
  contact!: string;

  @Field(() => String)
  contactTitle!: string;

  @Field(() => NotificationEnums.Disposition, { nullable: true, description: "null = it waits to be told." })
  disposition!: string | null;

  @Field(() => String, { nullable: true, description: "What muted it last, while it waits." })
  mute!: string | null;

  @Field(() => String, { description: "Why it was, or was not, told, in words." })
  explanation!: string;

  @Field(() => ID, { nullable: true })
  delivery!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: Date | null;
}

/** AlertUntold is a contact that was never to be told of an incident, with why. */
@ObjectType()
export class AlertUntold {
  @Field(() => ID)
  contact!: string;

  @Field(() => String)
  contactTitle!: string;

  @Field(() => String)
  reason!: string;
}
