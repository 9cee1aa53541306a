import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** RunSla is the promise of a run under the policy in force at its start. */
@ObjectType()
export class RunSla {
  @Field(() => ID)
  policy!: string;

  @Field(() => Int)
  policyVersion!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  tier!: string;

  @Field(() => Float)
  target!: number;

  @Field(() => ID, { nullable: true, description: "null: the wall clock" })
  calendar!: string | null;

  @Field(() => Float)
  limitSeconds!: number;

  @Field(() => Float, {
    description: "What the SLA clock shows at the end, or now; pauses and closed time do not count.",
  })
  clockSeconds!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when the promise is kept; null while the clock stands still.",
  })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When 80 % of the limit are used." })
  atRiskAt!: Date | null;
}
