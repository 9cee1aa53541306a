import { Field, Float, Int, ObjectType } from "@nestjs/graphql";

/** StepFiguresType is what is known of one step over all cases; durations are seconds. */
@ObjectType("StepFigures")
export class StepFiguresType {
  @Field(() => String)
  step!: string;

  @Field(() => Int, { description: "How often it happened." })
  times!: number;

  @Field(() => Int, { description: "Cases in which it happened." })
  cases!: number;

  @Field(() => Int)
  failures!: number;

  @Field(() => Float, { nullable: true })
  failureRate!: number | null;

  @Field(() => Int, { description: "Cases that did it more than once." })
  reworkedCases!: number;

  @Field(() => Int, { description: "How often it happened beyond the first time in its case." })
  repeats!: number;

  @Field(() => Int, { description: "Cases that began with it." })
  starts!: number;

  @Field(() => Int, { description: "Cases that ended with it." })
  ends!: number;

  @Field(() => Float, { nullable: true })
  workP50!: number | null;

  @Field(() => Float, { nullable: true })
  workP95!: number | null;

  @Field(() => Float)
  workTotal!: number;

  @Field(() => Float, { nullable: true, description: "Since the previous step ended; 0 where they overlap." })
  waitP50!: number | null;

  @Field(() => Float, { nullable: true })
  waitP95!: number | null;

  @Field(() => Float, { nullable: true, description: "Own time / time of the cases in which it happened." })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: "Own time / time of all cases." })
  shareOfAll!: number | null;

  @Field(() => Boolean, { description: "The step with the largest share of all." })
  isBottleneck!: boolean;
}
