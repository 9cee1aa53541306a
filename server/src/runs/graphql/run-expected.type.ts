import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { STEP_STATUSES, type StepStatus } from "../expected/compare-steps.js";
import { registerWordEnum } from "../../graphql/register-word-enum.js";

const StepStatusEnum = registerWordEnum("StepStatus", STEP_STATUSES);

/** ExpectedRule is the rule that opened a run, in words. */
@ObjectType()
export class ExpectedRule {
  @Field(() => String)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => Float)
  withinSeconds!: number;

  @Field(() => String, { description: "What opened the run." })
  when!: string;

  @Field(() => String, { description: "What the run waits for." })
  expect!: string;

  @Field(() => String, { nullable: true, description: "What ends it without an answer." })
  cancel!: string | null;

  @Field(() => [String], { description: "What joins both sides." })
  key!: string[];
}

/** ExpectedStep is one step that should happen, or happened, in a run. */
@ObjectType()
export class ExpectedStep {
  @Field(() => String)
  step!: string;

  @Field(() => StepStatusEnum)
  status!: StepStatus;

  @Field(() => Int, { nullable: true, description: "Among the declared steps, from 1; null = nobody declared it." })
  place!: number | null;

  @Field(() => Int, { nullable: true, description: "By when it first happened, from 1; null = it did not." })
  happenedAs!: number | null;

  @Field(() => Boolean)
  isOptional!: boolean;

  @Field(() => Boolean)
  mayRepeat!: boolean;

  @Field(() => Int)
  times!: number;

  @Field(() => Int)
  failures!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;
}

/** RunExpected is what should have happened in a run, beside what did. */
@ObjectType()
export class RunExpected {
  @Field(() => ExpectedRule, { nullable: true, description: "null: no rule opened it" })
  rule!: ExpectedRule | null;

  @Field(() => [ExpectedStep], { nullable: true, description: "null: nobody declared the steps of its workflow" })
  steps!: ExpectedStep[] | null;

  @Field(() => Boolean, { nullable: true })
  isConforming!: boolean | null;
}
