import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ReplayEnums } from "./replay-enums.js";

/** StartReplayInput says what is replayed; what is left out is not limited. */
@InputType()
export class StartReplayInput {
  @Field(() => ReplayEnums.ReplayWhat)
  what!: string;

  @Field(() => ReplayEnums.ReplayTime, {
    nullable: true,
    description:
      "Which instant lies in the range; EVENT_TIME of a range and RECEIVED_AT of refused events unless told.",
  })
  by?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Needed for a range." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Exclusive; needed for a range." })
  to?: Date | null;

  @Field(() => [ID], { nullable: true })
  clients?: readonly string[] | null;

  @Field(() => [ID], { nullable: true })
  sources?: readonly string[] | null;

  @Field(() => [ReplayEnums.RejectionReason], { nullable: true, description: "Of refused events only." })
  reasons?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Takes refused events that are older than 400 days." })
  isBackfill?: boolean | null;
}
