import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { RunsService, type RunPage } from "../runs.service.js";
import type { RunView } from "../run-view.js";
import type { RunFacet as RunFacetView } from "../list/run-facets.js";
import { RunFacet } from "./run-facet.type.js";
import { RunFilterInput } from "./run-filter.input.js";
import { Run, RunConnection } from "./run.type.js";

/** RunsResolver answers `runs` and `run`. */
@Resolver(() => RunConnection)
export class RunsResolver {
  constructor(@Inject(RunsService) private readonly service: RunsService) {}

  @Query(() => RunConnection, {
    description:
      "Runs within the scope of whoever asks; the last 7 days unless a range, an id or open states choose them.",
  })
  async runs(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => RunFilterInput }) filter: RunFilterInput,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<RunPage> {
    const answer = await this.service.list(scope, { filter, first, after });
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.page;
  }

  @Query(() => Run, { nullable: true, description: "One run; null when there is none within the scope." })
  async run(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID }) client: string,
    @Args("workflow", { type: () => ID }) workflow: string,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<RunView | null> {
    return (await this.service.find(scope, { client, workflow, run: id })) ?? null;
  }

  @ResolveField(() => Int, { description: "All runs of the filter, counted up to 100,000." })
  totalCount(@Parent() page: RunPage): Promise<number> {
    return page.count();
  }

  @ResolveField(() => [RunFacet], {
    description: "What the runs of the filter have, counted over the first 100,000 of them.",
  })
  facets(@Parent() page: RunPage): Promise<readonly RunFacetView[]> {
    return page.findFacets();
  }
}
