import { Field, ObjectType } from "@nestjs/graphql";

/** DeclaredStepType is a step a workflow should have, at this place of its list. */
@ObjectType("DeclaredStep")
export class DeclaredStepType {
  @Field(() => String)
  step!: string;

  @Field(() => Boolean, { description: "A run may go without it." })
  isOptional!: boolean;

  @Field(() => Boolean, { description: "A run may do it more than once." })
  mayRepeat!: boolean;
}
