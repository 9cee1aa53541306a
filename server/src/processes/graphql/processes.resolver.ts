import { Inject } from "@nestjs/common";
import { Args, Info, Query, Resolver } from "@nestjs/graphql";
import type { GraphQLResolveInfo } from "graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import { isSelected } from "../../metrics/graphql/is-selected.js";
import type { Scope } from "../../scope/scope.js";
import { ProcessesService, type ProcessReport } from "../processes.service.js";
import { ProcessArgs } from "./process.args.js";
import { VariantReport } from "./variant-report.type.js";

/** ProcessesResolver answers how runs go through their steps. */
@Resolver()
export class ProcessesResolver {
  constructor(@Inject(ProcessesService) private readonly service: ProcessesService) {}

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
}
