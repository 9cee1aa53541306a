import { Field, Float, Int, ObjectType } from "@nestjs/graphql";

/** ComparedStepFiguresType is what one side did of a step, in seconds; counts of peers are null where only aggregates are told. */
@ObjectType("ComparedStepFigures")
export class ComparedStepFiguresType {
  @Field(() => Int, { nullable: true })
  cases!: number | null;

  @Field(() => Int, { nullable: true })
  times!: number | null;

  @Field(() => Float, { nullable: true, description: "Cases with the step / cases of the side." })
  share!: number | null;

  @Field(() => Float, { nullable: true })
  workP50!: number | null;

  @Field(() => Float, { nullable: true })
  workP95!: number | null;

  @Field(() => Float, { nullable: true })
  waitP50!: number | null;

  @Field(() => Float, { nullable: true })
  waitP95!: number | null;
}

/** ComparedStepType is a step on both sides; differences are a - b, in seconds. */
@ObjectType("ComparedStep")
export class ComparedStepType {
  @Field(() => String)
  step!: string;

  @Field(() => ComparedStepFiguresType, { nullable: true })
  a!: ComparedStepFiguresType | null;

  @Field(() => ComparedStepFiguresType, { nullable: true })
  b!: ComparedStepFiguresType | null;

  @Field(() => Float, { nullable: true })
  workP50Difference!: number | null;

  @Field(() => Float, { nullable: true })
  workP95Difference!: number | null;

  @Field(() => Float, { nullable: true })
  waitP50Difference!: number | null;

  @Field(() => Float, { nullable: true })
  waitP95Difference!: number | null;
}
