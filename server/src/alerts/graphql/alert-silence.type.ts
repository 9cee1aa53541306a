import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

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
}
