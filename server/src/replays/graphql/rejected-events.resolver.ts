import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { RejectedEventsService, type RejectedEventPage } from "../rejected-events.service.js";
import { RejectedEventFilterInput } from "./rejected-event-filter.input.js";
import { RejectedEventConnection, RejectedReasonCount } from "./rejected-event.type.js";

/** RejectedEventsResolver answers `rejectedEvents`. */
@Resolver(() => RejectedEventConnection)
export class RejectedEventsResolver {
  constructor(@Inject(RejectedEventsService) private readonly service: RejectedEventsService) {}

  @Query(() => RejectedEventConnection, {
    description:
      "Events that are refused still, within the scope of whoever asks; those of the last 30 days unless told.",
  })
  async rejectedEvents(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => RejectedEventFilterInput, nullable: true }) filter?: RejectedEventFilterInput | null,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<RejectedEventPage> {
    const answer = await this.service.list(scope, {
      filter: filter ?? null,
      first: first ?? null,
      after: after ?? null,
    });
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.page;
  }

  @ResolveField(() => Int, { description: "All of the filter." })
  totalCount(@Parent() page: RejectedEventPage): Promise<number> {
    return page.count();
  }

  @ResolveField(() => [RejectedReasonCount], { description: "All of the filter by reason and source, most first." })
  reasonCounts(@Parent() page: RejectedEventPage): Promise<RejectedReasonCount[]> {
    return page.countByReason();
  }
}
