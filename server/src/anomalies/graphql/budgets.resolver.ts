import { Inject } from "@nestjs/common";
import { Args, Float, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { BudgetsService } from "../budgets/budgets.service.js";
import { isWholeTenant } from "../budgets/is-whole-tenant.js";
import { AnomalyBudgetResult, AnomalyClass, type AnomalyBudgetProblem } from "./anomaly-class.type.js";

/** BudgetsResolver answers what is watched for anomalies and what it may raise; both are of the whole tenant. */
@Resolver()
export class BudgetsResolver {
  constructor(@Inject(BudgetsService) private readonly service: BudgetsService) {}

  @Query(() => [AnomalyClass], { description: "What is watched for anomalies, its budget and the rate reached." })
  anomalyClasses(@CurrentScope() scope: Scope): Promise<AnomalyClass[]> {
    return this.service.list(scope);
  }

  @Mutation(() => AnomalyBudgetResult, { description: "What a class may raise from Monday on; administrators only." })
  async setAnomalyBudget(
    @CurrentScope() scope: Scope,
    @Args("class", { type: () => ID }) id: string,
    @Args("listPerWeek", { type: () => Float }) listPerWeek: number,
    @Args("notifyPerWeek", { type: () => Float }) notifyPerWeek: number,
  ): Promise<AnomalyClass | AnomalyBudgetProblem> {
    if (scope.role !== "administrator" || !isWholeTenant(scope))
      throw new Problem("FORBIDDEN", "Only an administrator of the whole tenant changes what anomalies may raise.", {
        remedy: "Ask an administrator whose scope has no limits.",
      });
    const answer = await this.service.set(scope, id, { listPerWeek, notifyPerWeek });
    return "reason" in answer ? { code: answer.reason.toUpperCase(), message: answer.message } : answer;
  }
}
