import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { Outcome } from "../run-words.js";
import { RunEnums } from "./run-enums.js";

/** Step is a timed part of a run, with the two systems it connects. */
@ObjectType()
export class Step {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  step!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar)
  finishedAt!: Date;

  @Field(() => RunEnums.Outcome)
  outcome!: Outcome;

  @Field(() => Int)
  attempt!: number;

  @Field(() => String, { nullable: true })
  from!: string | null;

  @Field(() => String, { nullable: true })
  to!: string | null;

  @Field(() => String, { nullable: true })
  errorClass!: string | null;

  @Field(() => String, { nullable: true })
  errorCode!: string | null;

  @Field(() => String, { nullable: true })
  errorMessage!: string | null;

  @Field(() => Float, { nullable: true, description: "Whole, and may be larger than Int." })
  sequence!: number | null;

  @Field(() => String)
  source!: string;
}
