import { Field, ID, InputType } from "@nestjs/graphql";

/** RunEdgeInput is two steps of which the second directly followed the first. */
@InputType()
export class RunEdgeInput {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

/** RunPathInput keeps runs of one workflow that went a certain way, as `variants` counts them; everything named must be true. */
@InputType()
export class RunPathInput {
  @Field(() => ID)
  workflow!: string;

  @Field(() => [String], { nullable: true, description: "All steps in their order, at most 200; empty = none." })
  steps?: string[] | null;

  @Field(() => RunEdgeInput, { nullable: true, description: "The second directly followed the first." })
  edge?: RunEdgeInput | null;

  @Field(() => String, { nullable: true, description: "A step that was done." })
  has?: string | null;

  @Field(() => String, { nullable: true, description: "A step that was not done." })
  lacks?: string | null;

  @Field(() => String, { nullable: true, description: "A step that was done more than once." })
  repeats?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether equal steps in a row count as one." })
  mergeRepeats?: boolean | null;
}
