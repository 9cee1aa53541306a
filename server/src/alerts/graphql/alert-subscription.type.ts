import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { NotificationEnums } from "./notification-enums.js";

/** QuietWindow is a stretch of the week by the wall clock. */
@ObjectType()
export class QuietWindow {
  @Field(() => [Int], { description: "1 = Monday to 7 = Sunday: the days it starts on." })
  days!: number[];

  @Field(() => String)
  start!: string;

  @Field(() => String, { description: "At or before the start: on the day after. 24:00 is allowed." })
  end!: string;
}

/** QuietHours is when what can wait is not told. */
@ObjectType()
export class QuietHours {
  @Field(() => String)
  zone!: string;

  @Field(() => [QuietWindow])
  windows!: QuietWindow[];
}

/** AlertSubscription is what a contact is told about. An empty place is any. */
@ObjectType()
export class AlertSubscription {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  contact!: string;

  @Field(() => String)
  client!: string;

  @Field(() => String)
  channel!: string;

  @Field(() => String)
  store!: string;

  @Field(() => String)
  partner!: string;

  @Field(() => [ID], { nullable: true })
  rules!: string[] | null;

  @Field(() => [NotificationEnums.Severity], { nullable: true })
  severities!: string[] | null;

  @Field(() => [String])
  matchers!: string[];

  @Field(() => QuietHours, { nullable: true })
  quietHours!: QuietHours | null;

  @Field(() => [NotificationEnums.Severity], { description: "Told in quiet hours all the same." })
  bypass!: string[];

  @Field(() => [String], { description: "Further labels that make groups of their own." })
  groupBy!: string[];

  @Field(() => Int, { nullable: true, description: "null = 30" })
  waitSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: "null = 300" })
  intervalSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: "null = 14,400" })
  repeatSeconds!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Its reader wants nothing new until then." })
  pausedUntil!: Date | null;
}
