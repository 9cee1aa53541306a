import { Field, Float, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ReplayEnums } from "./replay-enums.js";

/** Replay is one request to put events through the pipeline again, and how far it is. */
@ObjectType()
export class Replay {
  @Field(() => ID)
  id!: string;

  @Field(() => ReplayEnums.ReplayWhat)
  what!: string;

  @Field(() => ReplayEnums.ReplayTime, { description: "Which instant of an event lies in the range." })
  by!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  from!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to!: Date | null;

  @Field(() => [ID], { nullable: true, description: "null = all." })
  clients!: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "null = all." })
  sources!: readonly string[] | null;

  @Field(() => [ReplayEnums.RejectionReason], { nullable: true, description: "null = all." })
  reasons!: readonly string[] | null;

  @Field(() => Boolean, { description: "Whether events older than 400 days are taken." })
  isBackfill!: boolean;

  @Field(() => ReplayEnums.ReplayState)
  state!: string;

  @Field(() => ID, { description: "Who asked for it." })
  requestedBy!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Float, { description: "Rows read: refused ones, or events of the range." })
  read!: number;

  @Field(() => Float, {
    description: "Events that were stored: new ones of refused rows, or those of the range again.",
  })
  accepted!: number;

  @Field(() => Float, { description: "Events of refused rows that were stored already." })
  duplicates!: number;

  @Field(() => Float, { description: "Rows that are refused still, or events that could not be read." })
  rejected!: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  error!: string | null;
}
