import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { PageInfo } from "../../graphql/page-info.type.js";
import { ReplayEnums } from "./replay-enums.js";

/** RejectedEvent is an event or payload that was refused and is kept. */
@ObjectType()
export class RejectedEvent {
  @Field(() => ID, { description: "The request it came with." })
  request!: string;

  @Field(() => Int, { description: "Its place in the request, from 0." })
  position!: number;

  @Field(() => DateTimeScalar)
  receivedAt!: Date;

  @Field(() => ReplayEnums.RejectionReason)
  reason!: string;

  @Field(() => String, { nullable: true, description: "The field at fault." })
  field!: string | null;

  @Field(() => String, { description: "What is wrong and what to do about it." })
  detail!: string;

  @Field(() => ID, { nullable: true, description: "null where its words cannot be trusted." })
  client!: string | null;

  @Field(() => ID, { nullable: true })
  source!: string | null;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => ID, { nullable: true, description: "Its own id; of a payload, that of the delivery." })
  id!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Its own time, where that is sane." })
  time!: Date | null;

  @Field(() => ID, { nullable: true, description: "The ingest key it came with, or webhook:<source>." })
  sentBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The first 65,536 characters as they came; null for whoever may not see payloads: viewers, executives, store managers, and everybody limited below clients.",
  })
  payload!: string | null;

  @Field(() => Float)
  payloadBytes!: number;
}

/** RejectedReasonCount is how many events of a source are refused for one reason. */
@ObjectType()
export class RejectedReasonCount {
  @Field(() => ReplayEnums.RejectionReason)
  reason!: string;

  @Field(() => ID, { nullable: true, description: "null where its words cannot be trusted." })
  source!: string | null;

  @Field(() => Int)
  count!: number;

  @Field(() => DateTimeScalar)
  newestAt!: Date;
}

/** RejectedEventConnection is a page of refused events, newest first. */
@ObjectType()
export class RejectedEventConnection {
  @Field(() => [RejectedEvent])
  nodes!: RejectedEvent[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
