import { Inject } from "@nestjs/common";
import { Args, Info, Query, Resolver } from "@nestjs/graphql";
import type { GraphQLResolveInfo } from "graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import { isSelected } from "../../metrics/graphql/is-selected.js";
import type { Scope } from "../../scope/scope.js";
import { ProcessesService, type ProcessReport } from "../processes.service.js";
import { ComparisonService } from "../compare/comparison.service.js";
import type { ProcessComparison } from "../compare/process-comparison.js";
import { ProcessArgs } from "./process.args.js";
import { ProcessComparisonType } from "./process-comparison.type.js";
import { VariantReport } from "./variant-report.type.js";

/** ProcessesResolver answers how runs go through their steps. */
@Resolver()
export class ProcessesResolver {
  constructor(
    @Inject(ProcessesService) private readonly service: ProcessesService,
    @Inject(ComparisonService) private readonly comparisons: ComparisonService,
  ) {}

  @Query(() => VariantReport, {
    description: "How the runs of a workflow went that ended in [from, to), within the scope of whoever asks.",
  })
  async variants(
    @CurrentScope() scope: Scope,
    @Args({ type: () => ProcessArgs }) request: ProcessArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProcessReport> {
    const wants = {
      edges: isSelected(info, "edges") || isSelected(info, "edgeCount"),
      steps: isSelected(info, "stepFigures") || isSelected(info, "stepFigureCount"),
    };
    const answer = await this.service.report(scope, request, wants);
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.report;
  }

  @Query(() => ProcessComparisonType, {
    description:
      "How the stores, channels or partners of the filter do it, beside the others of the same client and workflow.",
  })
  async processComparison(
    @CurrentScope() scope: Scope,
    @Args({ type: () => ProcessArgs }) request: ProcessArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProcessComparison> {
    const wants = { steps: isSelected(info, "stepFigures"), edges: isSelected(info, "edges") };
    const answer = await this.comparisons.compare(scope, request, wants);
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.comparison;
  }
}
