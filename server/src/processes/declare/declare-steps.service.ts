import { declareWorkflowSteps, type DeclaredStep, type Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { checkDeclaredSteps, type DeclareStepsProblem } from "./check-declared-steps.js";

/** StepsDeclaration is what a person says the runs of a workflow should do; an empty list takes back what was said. */
export interface StepsDeclaration {
  readonly client: string;
  readonly workflow: string;
  readonly steps: readonly DeclaredStep[];
}

/** DeclareStepsService says what the runs of a workflow should do. */
export class DeclareStepsService {
  constructor(private readonly parts: { postgres: Postgres; registry: RegistryService }) {}

  /** declare replaces the steps of a workflow that the caller may see, or says why not. */
  async declare(scope: Scope, declaration: StepsDeclaration): Promise<StepsDeclaration | DeclareStepsProblem> {
    const { client, workflow } = declaration;
    const steps = declaration.steps.map(({ step, isOptional, mayRepeat }) => ({ step, isOptional, mayRepeat }));
    const problem = checkDeclaredSteps(steps);
    if (problem !== undefined) return problem;
    const { workflows } = await this.parts.registry.findVisible(scope);
    const isKnown =
      workflows.some((each) => each.client === client && each.id === workflow) &&
      (await declareWorkflowSteps(this.parts.postgres, {
        ...{ tenant: scope.tenant, client, workflow },
        steps: steps.length === 0 ? null : steps,
      }));
    if (isKnown) return { client, workflow, steps };
    return { code: "UNKNOWN_WORKFLOW", message: `There is no workflow "${workflow}" of client "${client}".` };
  }
}
