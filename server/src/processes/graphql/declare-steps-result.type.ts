import type { DeclaredStep } from "@watchfloor/sql";
import { createUnionType, Field, ID, InputType, ObjectType } from "@nestjs/graphql";
import { DeclaredStepType } from "../../registry/graphql/declared-step.type.js";
import type { DeclareStepsProblem as Refused } from "../declare/check-declared-steps.js";
import { ProcessEnums } from "./process-enums.js";

/** DeclaredStepInput is a step a run should do, at this place of the list. */
@InputType()
export class DeclaredStepInput {
  @Field(() => String)
  step!: string;

  @Field(() => Boolean, { defaultValue: false, description: "A run may go without it." })
  isOptional!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: "A run may do it more than once." })
  mayRepeat!: boolean;
}

/** DeclaredSteps is what the runs of a workflow should do from now on. */
@ObjectType()
export class DeclaredSteps {
  @Field(() => ID)
  client!: string;

  @Field(() => ID)
  workflow!: string;

  @Field(() => [DeclaredStepType])
  steps!: readonly DeclaredStep[];
}

/** DeclareStepsProblem says why nothing was changed and what to do about it. */
@ObjectType()
export class DeclareStepsProblem {
  @Field(() => ProcessEnums.DeclareStepsProblemCode)
  code!: Refused["code"];

  @Field(() => String)
  message!: string;
}

/** DeclareStepsResult answers `declareWorkflowSteps`. */
export const DeclareStepsResult = createUnionType({
  name: "DeclareStepsResult",
  types: () => [DeclaredSteps, DeclareStepsProblem] as const,
  resolveType: (value: object) => ("code" in value ? DeclareStepsProblem : DeclaredSteps),
});
