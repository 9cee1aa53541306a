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
}
