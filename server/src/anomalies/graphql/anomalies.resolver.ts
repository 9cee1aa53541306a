import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { AnomaliesService, type AnomalyPage } from "../list/anomalies.service.js";
import { AnomalyFilterInput } from "./anomaly-filter.input.js";
import { AnomalyConnection } from "./anomaly.type.js";

/** AnomaliesResolver answers `anomalies`. */
@Resolver(() => AnomalyConnection)
export class AnomaliesResolver {
  constructor(@Inject(AnomaliesService) private readonly service: AnomaliesService) {}

  @Query(() => AnomalyConnection, {
    description: "Anomalies of watched series within the scope of whoever asks; the last 7 days unless told.",
  })
  async anomalies(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => AnomalyFilterInput }) filter: AnomalyFilterInput,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<AnomalyPage> {
    const answer = await this.service.list(scope, { filter, first, after });
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.page;
  }

  @ResolveField(() => Int, { description: "All anomalies of the filter, counted up to 100,000." })
  totalCount(@Parent() page: AnomalyPage): Promise<number> {
    return page.count();
  }
}
