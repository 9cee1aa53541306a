import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { PageInfo } from "../../graphql/page-info.type.js";

/** Event is one message as it was received. */
@ObjectType()
export class Event {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => DateTimeScalar)
  time!: Date;

  @Field(() => DateTimeScalar)
  receivedAt!: Date;

  @Field(() => String)
  payload!: string;
}

/** EventConnection is one page of events. */
@ObjectType()
export class EventConnection {
  @Field(() => [Event])
  nodes!: Event[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
