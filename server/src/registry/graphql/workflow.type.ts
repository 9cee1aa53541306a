import type { DeclaredStep } from "@watchfloor/sql";
import { DeclaredStepType } from "./declared-step.type.js";
import { Field, ID, Int, ObjectType } from "@nestjs/graphql";

/** Workflow is a kind of obligation a client has; `limitSeconds` is what people expect a run to take. */
@ObjectType()
export class Workflow {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { nullable: true })
  limitSeconds!: number | null;

  @Field(() => [DeclaredStepType], {
    nullable: true,
    description: "What a run should do, in order; null when nobody said.",
  })
  steps!: readonly DeclaredStep[] | null;
}
