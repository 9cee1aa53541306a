import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { DeclareStepsService } from "../declare/declare-steps.service.js";
import {
  DeclaredStepInput,
  DeclareStepsResult,
  type DeclaredSteps,
  type DeclareStepsProblem,
} from "./declare-steps-result.type.js";

/** DeclareStepsResolver lets administrators say what the runs of a workflow should do. */
@Resolver()
export class DeclareStepsResolver {
  constructor(@Inject(DeclareStepsService) private readonly service: DeclareStepsService) {}

  @Mutation(() => DeclareStepsResult, {
    description:
      "Says which steps a run of a workflow should do, in order; an empty list takes it back. Administrators only.",
  })
  declareWorkflowSteps(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID }) client: string,
    @Args("workflow", { type: () => ID }) workflow: string,
    @Args("steps", { type: () => [DeclaredStepInput] }) steps: DeclaredStepInput[],
  ): Promise<DeclaredSteps | DeclareStepsProblem> {
    if (scope.role !== "administrator")
      throw new Problem("FORBIDDEN", "Only an administrator declares the steps of workflows.", {
        remedy: "Ask an administrator of your tenant.",
      });
    return this.service.declare(scope, { client, workflow, steps });
  }
}
