import { Field, ID, InputType, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { NotificationEnums } from "./notification-enums.js";

/** AlertContactInput is a contact to be made. */
@InputType()
export class AlertContactInput {
  @Field(() => String)
  title!: string;

  @Field(() => NotificationEnums.ContactKind)
  kind!: string;

  @Field(() => NotificationEnums.ContactMode, { nullable: true })
  mode?: string | null;

  @Field(() => String, { nullable: true, description: "An address of mail, or of the web." })
  address?: string | null;

  @Field(() => String, { nullable: true, description: "Of PagerDuty: 32 letters and digits." })
  routingKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Administrators only." })
  isFallback?: boolean | null;
}

/** AlertContactEditInput is what of a contact may be changed; another address is another contact. */
@InputType()
export class AlertContactEditInput {
  @Field(() => String)
  title!: string;

  @Field(() => NotificationEnums.ContactMode)
  mode!: string;

  @Field(() => Boolean, { nullable: true, description: "Administrators only." })
  isFallback?: boolean | null;
}

/** QuietWindowInput is a stretch of the week by the wall clock. */
@InputType()
export class QuietWindowInput {
  @Field(() => [Int])
  days!: number[];

  @Field(() => String)
  start!: string;

  @Field(() => String)
  end!: string;
}

/** QuietHoursInput is when what can wait is not told. */
@InputType()
export class QuietHoursInput {
  @Field(() => String)
  zone!: string;

  @Field(() => [QuietWindowInput])
  windows!: QuietWindowInput[];
}

/** AlertSubscriptionInput is what a contact is to be told about, and how. */
@InputType()
export class AlertSubscriptionInput {
  @Field(() => ID, { nullable: true, description: "The subscription that it replaces." })
  id?: string | null;

  @Field(() => ID)
  contact!: string;

  @Field(() => String, { nullable: true })
  client?: string | null;

  @Field(() => String, { nullable: true })
  channel?: string | null;

  @Field(() => String, { nullable: true })
  store?: string | null;

  @Field(() => String, { nullable: true })
  partner?: string | null;

  @Field(() => [ID], { nullable: true })
  rules?: string[] | null;

  @Field(() => [NotificationEnums.Severity], { nullable: true })
  severities?: string[] | null;

  @Field(() => [String], { nullable: true })
  matchers?: string[] | null;

  @Field(() => QuietHoursInput, { nullable: true })
  quietHours?: QuietHoursInput | null;

  @Field(() => [NotificationEnums.Severity], { nullable: true, description: "CRITICAL unless told." })
  bypass?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Further labels that make groups of their own." })
  groupBy?: string[] | null;

  @Field(() => Int, { nullable: true })
  waitSeconds?: number | null;

  @Field(() => Int, { nullable: true })
  intervalSeconds?: number | null;

  @Field(() => Int, { nullable: true })
  repeatSeconds?: number | null;
}

/** AlertSilenceInput is a silence to be made. */
@InputType()
export class AlertSilenceInput {
  @Field(() => [String], { description: 'At least one that names a label which must be there, such as store="s1".' })
  matchers!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: "Now unless told." })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar)
  endsAt!: Date;

  @Field(() => String)
  comment!: string;

  @Field(() => ID, { nullable: true, description: "The silence that it replaces, which ends now." })
  replaces?: string | null;
}
