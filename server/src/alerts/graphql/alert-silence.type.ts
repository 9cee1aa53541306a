import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertLabel } from "./alert-label.type.js";
import { NotificationEnums } from "./notification-enums.js";

/** AlertSilence mutes notifications that match, from its start until just before its end. */
@ObjectType()
export class AlertSilence {
  @Field(() => ID)
  id!: string;

  @Field(() => [String], { description: 'Such as rule="late".' })
  matchers!: string[];

  @Field(() => DateTimeScalar)
  startsAt!: Date;

  @Field(() => DateTimeScalar)
  endsAt!: Date;

  @Field(() => String)
  comment!: string;

  @Field(() => ID)
  createdBy!: string;

  @Field(() => String)
  createdByName!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => ID, { nullable: true, description: "The silence that it replaced." })
  replaces!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Firing instances that it is about now; null = it is not in force.",
  })
  firingCount!: number | null;
}

/** AlertMutedInstance is one alert that a silence, an inhibition or a policy would be about. */
@ObjectType()
export class AlertMutedInstance {
  @Field(() => ID)
  rule!: string;

  @Field(() => String)
  title!: string;

  @Field(() => NotificationEnums.Severity)
  severity!: string;

  @Field(() => [AlertLabel])
  labels!: AlertLabel[];
}

/** AlertSilencePreview is what a silence would mute at this moment, within the scope of the caller. */
@ObjectType()
export class AlertSilencePreview {
  @Field(() => Int)
  firingCount!: number;

  @Field(() => Int)
  pendingCount!: number;

  @Field(() => [AlertMutedInstance], { description: "Of those that fire, 10 at most." })
  firing!: AlertMutedInstance[];
}

/** AlertLabelChoice is a label that alerts have now, with values it takes, 100 at most. */
@ObjectType()
export class AlertLabelChoice {
  @Field(() => String)
  name!: string;

  @Field(() => [String])
  values!: readonly string[];
}
