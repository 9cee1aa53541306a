import { Field, ID, InputType, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** NewIngestKeyInput describes a key to be made; what is left out is not limited. */
@InputType()
export class NewIngestKeyInput {
  @Field(() => String)
  title!: string;

  @Field(() => [ID], { nullable: true })
  clients?: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  kinds?: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  sources?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it may send events older than 400 days." })
  isBackfill?: boolean | null;

  @Field(() => Int, { nullable: true })
  eventsPerSecond?: number | null;

  @Field(() => Int, { nullable: true, description: "Ten seconds of the rate unless told." })
  burst?: number | null;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date | null;
}
